package io.latchkey.simulation.proof;

import io.latchkey.simulation.proof.Promise.Violation;
import io.latchkey.simulation.schedule.Schedule;
import io.latchkey.simulation.world.Coverage;
import io.latchkey.simulation.world.Wiring;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Plays the schedules of one seed, one after another on every processor, until one fails. */
public final class Campaign {

    private static final Duration REPORT = Duration.ofSeconds(10);

    private final Wiring wiring;
    private final Predicate<Violation> counts;
    private final long seed;
    private final long schedules;
    private final long began = System.nanoTime();
    private final long deadline;
    private final Coverage coverage = new Coverage();
    private long next;
    private long played;
    private long steps;
    private long faults;
    private long violations;
    private @Nullable Failure failure;
    private @Nullable Throwable broken;

    public Campaign(Wiring wiring, long seed, long schedules, Duration atMost) {
        this(wiring, any -> true, seed, schedules, atMost);
    }

    /** @param counts what is taken for a violation */
    public Campaign(Wiring wiring, Predicate<Violation> counts, long seed, long schedules, Duration atMost) {
        this.wiring = wiring;
        this.counts = counts;
        this.seed = seed;
        this.schedules = schedules;
        this.deadline = began + atMost.toNanos();
    }

    /** A schedule that violated something. */
    public record Failure(long seed, long index, List<Violation> violations) {}

    /** @param progress is told now and then */
    public Totals run(Consumer<Totals> progress) {
        int threads = Runtime.getRuntime().availableProcessors();
        var ended = new CountDownLatch(threads);
        IntStream.range(0, threads)
                .forEach(number -> Thread.ofPlatform()
                        .name("simulation-" + number)
                        .daemon()
                        .start(() -> {
                            try {
                                work();
                            } catch (Throwable e) {
                                breakOff(e);
                            } finally {
                                ended.countDown();
                            }
                        }));
        try {
            while (!ended.await(REPORT.toMillis(), TimeUnit.MILLISECONDS)) {
                progress.accept(totals());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            breakOff(e);
        }
        return totals();
    }

    /** The first that failed. */
    public synchronized Optional<Failure> failure() {
        return Optional.ofNullable(failure);
    }

    private void work() {
        var run = new Run(wiring);
        for (long index = take(); index >= 0; index = take()) {
            long scheduleSeed = Schedule.seed(seed, index);
            add(run.play(Schedule.of(scheduleSeed)), scheduleSeed, index);
        }
    }

    /** -1 when it is time to end. */
    private synchronized long take() {
        boolean over = failure != null || broken != null || next >= schedules || System.nanoTime() > deadline;
        return over ? -1 : next++;
    }

    private synchronized void add(Run.Result result, long scheduleSeed, long index) {
        played++;
        steps += result.world().steps();
        faults += result.world().faults();
        coverage.add(result.world().coverage());
        var found = result.violations().stream().filter(counts).toList();
        violations += found.size();
        if (!found.isEmpty() && (failure == null || index < failure.index())) {
            failure = new Failure(scheduleSeed, index, found);
        }
    }

    private synchronized void breakOff(Throwable cause) {
        broken = cause;
    }

    private synchronized Totals totals() {
        if (broken != null) {
            throw new IllegalStateException("the simulation itself failed", broken);
        }
        var took = Duration.ofNanos(System.nanoTime() - began);
        return new Totals(played, steps, faults, violations, coverage.copy(), took);
    }
}
