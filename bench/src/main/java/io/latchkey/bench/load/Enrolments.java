package io.latchkey.bench.load;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.Recorder;

/**
 * The enrolments of one side that are under way, and how long those took that have ended. A time counts from when the
 * enrolment was to begin, not from when it could: whoever is late does not hide it.
 */
final class Enrolments {

    private static final long LONGEST_MICROS = 3_600_000_000L;
    private static final int SIGNIFICANT_DIGITS = 3;

    private final Map<Integer, Long> begun = new ConcurrentHashMap<>();
    private final Recorder times = new Recorder(LONGEST_MICROS, SIGNIFICANT_DIGITS);
    private final Histogram ended = new Histogram(LONGEST_MICROS, SIGNIFICANT_DIGITS);
    private final LongAdder proven = new LongAdder();
    private final LongAdder rejected = new LongAdder();
    private final Semaphore places;
    private volatile long recordedFrom = Long.MAX_VALUE;

    /** @param atOnce how many may be under way at once, for those who ask for a place */
    Enrolments(int atOnce) {
        this.places = new Semaphore(atOnce);
    }

    /** @return false where all places stay taken for that long */
    boolean tookPlace(Duration patience) throws InterruptedException {
        return places.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS);
    }

    void begins(int account, long intendedNanos) {
        begun.put(account, intendedNanos);
    }

    void proven(int account) {
        var intended = begun.remove(account);
        if (intended != null) {
            places.release();
            proven.increment();
            if (intended >= recordedFrom) {
                times.recordValue(Math.max(0, (System.nanoTime() - intended) / 1_000));
            }
        }
    }

    void rejected(int account) {
        if (begun.remove(account) != null) {
            places.release();
            rejected.increment();
        }
    }

    /** Those that are to begin from now on. */
    synchronized void record() {
        times.reset();
        ended.reset();
        recordedFrom = System.nanoTime();
    }

    long proven() {
        return proven.sum();
    }

    long rejected() {
        return rejected.sum();
    }

    int underWay() {
        return begun.size();
    }

    /** In microseconds, of all that have ended since they were recorded: to be asked does not make them fewer. */
    synchronized Histogram times() {
        ended.add(times.getIntervalHistogram());
        return ended.copy();
    }
}
