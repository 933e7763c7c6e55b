package io.latchkey.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ArrivalsTest {

    private static final int COUNT = 1_000;
    private static final double PER_SECOND = 1_000;
    private static final double MEAN_NANOS = 1e9 / PER_SECOND;

    /** The mean of so many differs by a thirtieth or so; this is six times that. */
    private static final double FAR = 0.2;

    private final Enrolments enrolments = new Enrolments(0);

    @Test
    void comeAtTheirRateAndAtRandom() throws InterruptedException {
        var gaps = gaps(intended(() -> {}));

        double mean = gaps.stream().mapToDouble(gap -> gap).average().orElseThrow();
        double variance = gaps.stream()
                .mapToDouble(gap -> (gap - mean) * (gap - mean))
                .average()
                .orElseThrow();
        assertThat(mean).isCloseTo(MEAN_NANOS, within(MEAN_NANOS * FAR));
        // Of exponential times the deviation is the mean; of a drum beat it is nothing.
        assertThat(Math.sqrt(variance)).isCloseTo(mean, within(mean * 2 * FAR));
    }

    @Test
    void areIntendedWhenTheyAreHoweverLateTheSenderIs() throws InterruptedException {
        long began = System.nanoTime();
        var intended = intended(() -> LockSupport.parkNanos((long) (2 * MEAN_NANOS)));
        long took = System.nanoTime() - began;

        double span = intended.getLast() - intended.getFirst();
        assertThat(span / (COUNT - 1)).isCloseTo(MEAN_NANOS, within(MEAN_NANOS * FAR));
        assertThat(took).isGreaterThan((long) (1.5 * span));
    }

    @Test
    void beginNothingMoreOnceTheyAreClosed() throws InterruptedException {
        var begun = new CopyOnWriteArrayList<Integer>();
        var arrivals = Arrivals.poisson(enrolments, 7, begun::add, PER_SECOND);
        await().until(() -> begun.size() > 3);

        arrivals.close();

        assertThat(arrivals.next()).isEqualTo(7 + begun.size());
        assertThat(begun).isEqualTo(IntStream.range(7, arrivals.next()).boxed().toList());
    }

    @Test
    void atSaturationTakeAPlaceAsSoonAsOneIsFree() throws InterruptedException {
        var places = new Enrolments(3);
        try (var arrivals = Arrivals.saturating(places, 0, account -> {})) {
            await().until(() -> arrivals.next() == 3);

            places.proven(0);
            places.rejected(1);

            await().until(() -> arrivals.next() == 5);
            assertThat(places.underWay()).isEqualTo(3);
        }
    }

    /** Each ends as soon as it has begun, so that its time is how late it was. */
    private List<Long> intended(Runnable sending) throws InterruptedException {
        var intended = new CopyOnWriteArrayList<Long>();
        enrolments.record();
        try (var arrivals = Arrivals.poisson(
                enrolments,
                0,
                account -> {
                    if (account < COUNT) {
                        long now = System.nanoTime();
                        enrolments.proven(account);
                        long late = enrolments.times().getMaxValue();
                        intended.add(now - TimeUnit.MICROSECONDS.toNanos(late));
                        sending.run();
                    }
                },
                PER_SECOND)) {
            await().atMost(Duration.ofSeconds(30)).until(() -> arrivals.next() >= COUNT);
        }
        return List.copyOf(intended);
    }

    private static List<Double> gaps(List<Long> times) {
        return IntStream.range(1, times.size())
                .mapToObj(i -> (double) (times.get(i) - times.get(i - 1)))
                .toList();
    }
}
