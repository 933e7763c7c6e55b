package io.latchkey.bench.load;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import java.util.random.RandomGenerator;

/** Begins enrolments, account after account, in a thread of its own until it is stopped. */
final class Arrivals implements AutoCloseable {

    private static final Duration GLANCE = Duration.ofMillis(50);

    private final Enrolments enrolments;
    private final IntConsumer registers;
    private final Thread thread;
    private volatile boolean stopped;
    private volatile int next;

    private Arrivals(Enrolments enrolments, int from, IntConsumer registers, Pace pace) {
        this.enrolments = enrolments;
        this.registers = registers;
        this.next = from;
        this.thread = Thread.ofPlatform().name("arrivals").start(() -> run(pace));
    }

    private interface Pace {
        /** Waits for it, as long as any is to come; what it says then is of no account. */
        long nextIntendedNanos(BooleanSupplier more) throws InterruptedException;
    }

    /** As many as there are places for. */
    static Arrivals saturating(Enrolments enrolments, int from, IntConsumer registers) {
        return new Arrivals(enrolments, from, registers, more -> {
            while (more.getAsBoolean() && !enrolments.tookPlace(GLANCE)) {}
            return System.nanoTime();
        });
    }

    /** A Poisson process: the next one comes when it comes, whatever became of those before. */
    static Arrivals poisson(Enrolments enrolments, int from, IntConsumer registers, double perSecond) {
        return new Arrivals(enrolments, from, registers, new Poisson(perSecond));
    }

    private void run(Pace pace) {
        try {
            long intended = pace.nextIntendedNanos(this::more);
            while (more()) {
                enrolments.begins(next, intended);
                registers.accept(next);
                next++;
                intended = pace.nextIntendedNanos(this::more);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean more() {
        return !stopped;
    }

    /** The account that would come next. */
    int next() {
        return next;
    }

    /** Returns when no more will begin. */
    @Override
    public void close() throws InterruptedException {
        stopped = true;
        thread.join();
    }

    private static final class Poisson implements Pace {

        private final RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
        private final double nanosBetween;
        private double intended = System.nanoTime();

        Poisson(double perSecond) {
            this.nanosBetween = 1e9 / perSecond;
        }

        @Override
        public long nextIntendedNanos(BooleanSupplier more) {
            intended += random.nextExponential() * nanosBetween;
            long due = (long) intended;
            for (long wait = due - System.nanoTime(); wait > 0 && more.getAsBoolean(); wait = due - System.nanoTime()) {
                LockSupport.parkNanos(Math.min(wait, GLANCE.toNanos()));
            }
            return due;
        }
    }
}
