package io.latchkey.bench.run;

import io.latchkey.bench.growth.CollectionBytes;
import io.latchkey.bench.growth.DueTimes;
import io.latchkey.bench.growth.ReadTimes;
import io.latchkey.bench.work.Side;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;

/** What was never measured. */
public final class MadeUp {

    private static final Duration MILLISECOND = Duration.ofMillis(1);

    public static final Map<String, Double> WRITES = Map.of(
            "registration.registrations", 2.003,
            "verification.verifications", 2.2,
            "notification.notifications", 3.0,
            "notification.notifications_done", 1.0);

    private MadeUp() {}

    /** The floor ends 1,000 enrolments a second for 1.0 core ms each, the services 900 for 1.2. */
    public static Comparison comparison(Map<String, Double> writes) {
        var saturated = List.of(floor(1_000), services(900, writes), services(900, writes), floor(1_000));
        return new Comparison(
                saturated,
                List.of(
                        new Latencies(0.5, 450, List.of(floor(450), services(450, writes))),
                        new Latencies(0.8, 720, List.of(floor(720), services(720, writes)))),
                saturated,
                List.of(
                        new Idle("registration", Duration.ofMillis(3_600), 250_000_000),
                        new Idle("verification", Duration.ofMillis(2_000), 300_000_000)));
    }

    private static Sample floor(double perSecond) {
        return sample(Side.FLOOR, perSecond, Map.of("floor", 0.4, "broker and database", 0.6), Map.of(), 20);
    }

    private static Sample services(double perSecond, Map<String, Double> writes) {
        var coreMillis =
                Map.of("registration", 0.3, "verification", 0.2, "notification", 0.2, "broker and database", 0.5);
        return sample(Side.PIPELINE, perSecond, coreMillis, writes, 28);
    }

    /** Of which this share of the processor time went to compilers. */
    static Sample compiling(double perSecond, double share) {
        var none = Map.<String, Double>of();
        return new Sample(Side.FLOOR, perSecond, perSecond, none, share, new Histogram(3), Map.of(), none);
    }

    static Sample sample(
            Side side, double perSecond, Map<String, Double> coreMillis, Map<String, Double> writes, int millis) {
        var times = new Histogram(3);
        times.recordValue(millis * 1_000L);
        return new Sample(
                side, perSecond, perSecond, coreMillis, 0.03, times, Map.of("registration", 200_000_000L), writes);
    }

    public static GrowthPoint point(int accounts, double services, Duration caughtUp) {
        return new GrowthPoint(
                accounts,
                3_000,
                sample(Side.PIPELINE, 800, Map.of("registration", services, "broker and database", 0.7), Map.of(), 0),
                new ReadTimes(2_000, MILLISECOND, MILLISECOND.multipliedBy(3), MILLISECOND),
                new ReadTimes(2_000, MILLISECOND.multipliedBy(2), MILLISECOND.multipliedBy(5), null),
                new DueTimes(1_000, Duration.ZERO, Duration.ofSeconds(31)),
                List.of(
                        new CollectionBytes("registration", "registrations", accounts, 1_200, 1_200),
                        new CollectionBytes("registration", "account_keys", accounts, 200, 200)),
                5_300,
                new Recovery(400, 24_000, Duration.ofSeconds(6), caughtUp, 0));
    }

    public static List<GrowthPoint> growth() {
        return List.of(
                point(10_000, 0.50, Duration.ofSeconds(40)),
                point(100_000, 0.48, Duration.ofSeconds(95)),
                point(1_000_000, 0.55, Duration.ofSeconds(50)));
    }
}
