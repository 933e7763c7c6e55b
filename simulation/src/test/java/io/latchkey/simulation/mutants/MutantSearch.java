package io.latchkey.simulation.mutants;

import io.latchkey.simulation.proof.Campaign;
import java.time.Duration;
import java.util.Arrays;

/** Looks for a schedule that catches each mutant, and prints its seed and how many it took. Run by hand. */
final class MutantSearch {

    private static final int MOST = 5_000;

    private MutantSearch() {}

    /** @param arguments a seed, and the names of mutants; all of them by default */
    public static void main(String[] arguments) {
        long seed = arguments.length == 0 ? 1 : Long.parseLong(arguments[0]);
        Arrays.stream(Mutant.values())
                .filter(mutant ->
                        arguments.length < 2 || Arrays.asList(arguments).contains(mutant.name()))
                .forEach(mutant -> search(mutant, seed));
    }

    private static void search(Mutant mutant, long seed) {
        var campaign = new Campaign(mutant, mutant::explains, seed, MOST, Duration.ofMinutes(10));
        campaign.run(progress -> {});
        System.out.println(campaign.failure()
                .map(failure -> mutant + " " + failure.seed() + "L in schedule " + (failure.index() + 1) + ": "
                        + failure.violations().getFirst())
                .orElse(mutant + " was NOT caught within " + MOST + " schedules"));
    }
}
