package io.latchkey.simulation;

import io.latchkey.simulation.proof.Campaign;
import io.latchkey.simulation.proof.Campaign.Failure;
import io.latchkey.simulation.proof.Run;
import io.latchkey.simulation.proof.Totals;
import io.latchkey.simulation.schedule.Action;
import io.latchkey.simulation.schedule.Schedule;
import io.latchkey.simulation.schedule.Shrinking;
import io.latchkey.simulation.world.Wiring;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code latchkey simulate}: plays schedules until one violates an invariant. */
@Command(
        name = "simulate",
        description = "Lets everything go wrong that can, in seeded schedules, and checks after each what must hold.",
        mixinStandardHelpOptions = true)
final class SimulateCommand implements Callable<Integer> {

    private static final Duration SHRINKING = Duration.ofSeconds(60);

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--schedules", paramLabel = "N", description = "How many; ${DEFAULT-VALUE} by default.")
    private long schedules = 5_000;

    @Option(
            names = "--seed",
            paramLabel = "S",
            description = "The seed that all are drawn from, and that of the first; any by default.")
    private @Nullable Long seed;

    @Option(names = "--minutes", paramLabel = "M", description = "Ends after this time, however many were played.")
    private @Nullable Integer minutes;

    @Option(
            names = "--history",
            description = "Plays the schedule of the seed alone and prints all that happens in it.")
    private boolean history;

    @Option(
            names = "--replay",
            paramLabel = "FILE",
            description = "Plays the actions in the file, one a line, and prints all that happens.")
    private @Nullable Path replay;

    @Override
    public Integer call() {
        check();
        var out = spec.commandLine().getOut();
        try {
            if (replay != null) {
                return tell(read(replay), out);
            }
            long base = seed == null ? new SecureRandom().nextLong() : seed;
            return history ? tell(Schedule.of(base), out) : campaign(base, out);
        } finally {
            out.flush();
        }
    }

    private void check() {
        if (schedules < 1 || (minutes != null && minutes < 1)) {
            throw new ParameterException(spec.commandLine(), "--schedules and --minutes must be at least 1");
        }
    }

    private int campaign(long base, PrintWriter out) {
        out.printf("simulate: seed %d%n", base);
        var atMost = minutes == null ? Duration.ofDays(365) : Duration.ofMinutes(minutes);
        var campaign = new Campaign(Wiring.REAL, base, schedules, atMost);
        var totals = campaign.run(soFar -> {
            out.printf("simulate: %s, %,d schedules a minute%n", soFar.line(), soFar.schedulesPerMinute());
            out.flush();
        });
        out.printf("%n%s%n", CoverageTable.of(totals.coverage()));
        campaign.failure().ifPresent(failure -> explain(failure, out));
        out.printf("simulate: %s%n", totals.line());
        return totals.violations() == 0 ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private static void explain(Failure failure, PrintWriter out) {
        out.printf("simulate: VIOLATION of %s%n", failure.violations().getFirst());
        out.printf(
                "simulate: seed %d; again with: ./latchkey simulate --schedules 1 --seed %d%n",
                failure.seed(), failure.seed());
        out.flush();
        var run = new Run(Wiring.REAL);
        var invariant = failure.violations().getFirst().invariant();
        var shortest = new Shrinking(candidate -> run.play(candidate).violates(invariant), SHRINKING)
                .shrink(Schedule.of(failure.seed()));
        out.printf(
                "simulate: %d actions are enough; --replay FILE plays them:%n",
                shortest.actions().size());
        shortest.actions().forEach(out::println);
        out.printf("simulate: what happens in them:%n");
        run.history(shortest).forEach(out::println);
    }

    private static int tell(Schedule schedule, PrintWriter out) {
        var run = new Run(Wiring.REAL);
        run.history(schedule).forEach(out::println);
        var result = run.play(schedule);
        out.printf("simulate: %s%n", Totals.of(result).line());
        return result.failed() ? ExitCode.SOFTWARE : ExitCode.OK;
    }

    private Schedule read(Path file) {
        try {
            return new Schedule(Files.readAllLines(file).stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Action::parse)
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read: " + e.getMessage(), e);
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw new ParameterException(
                    spec.commandLine(), file + " is no list of actions such as \"CRASH 1 2 3\": " + e.getMessage(), e);
        }
    }
}
