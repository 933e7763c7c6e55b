package io.latchkey.bench.run;

import com.mongodb.client.MongoClients;
import io.latchkey.bench.growth.AccountReads;
import io.latchkey.bench.growth.DocumentBytes;
import io.latchkey.bench.growth.DueScan;
import io.latchkey.bench.growth.DueTimes;
import io.latchkey.bench.growth.ReadTimes;
import io.latchkey.bench.process.Machine;
import io.latchkey.bench.process.Service;
import io.latchkey.bench.process.ServiceProcess;
import io.latchkey.bench.work.Population;
import io.latchkey.bench.work.Side;
import io.latchkey.embedded.installation.Issuer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/** The same measurements with ever more accounts. */
public final class Growth {

    public static final List<Integer> SIZES = List.of(10_000, 100_000, 1_000_000);

    /** Those that enrol, out of the way of the others. */
    private static final int NEWCOMERS = 5_000_000;

    private static final int AT_ONCE = 2_000;
    private static final int DUE = 1_000;
    private static final int READS = 2_000;
    private static final Duration STRETCH = Duration.ofSeconds(20);
    private static final Duration WARM_UP = Duration.ofSeconds(90);

    /** Until most is compiled: an AOT cache has no profile of the other methods. */
    private static final Duration TRAINING = Duration.ofSeconds(240);

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final List<String> PROVEN = List.of("--state=proven");
    private static final List<String> OVERDUE = List.of("--state=proven", "--due-in=-PT1H");

    private final Machine machine;
    private final List<Integer> sizes;
    private final Consumer<String> out;
    private final Accounts newcomers;
    private final Stretches stretches;
    private int made;
    private int forgotten = NEWCOMERS;
    private int dueMade;

    /**
     * @param sizes ascending, in accounts
     * @param out is told line by line how it goes
     */
    public Growth(Machine machine, List<Integer> sizes, Consumer<String> out) {
        this.machine = machine;
        this.sizes = List.copyOf(sizes);
        this.out = out;
        this.newcomers = new Accounts(machine, NEWCOMERS);
        this.stretches = new Stretches(machine, newcomers, AT_ONCE);
    }

    public List<GrowthPoint> run() {
        double firstPerSecond = populate(sizes.getFirst());
        machine.trainServices();
        machine.meet(Side.PIPELINE);
        warmUp(TRAINING);
        machine.stopServices();
        machine.startServices();
        var points = new ArrayList<GrowthPoint>();
        for (int size : sizes) {
            double perSecond = size == sizes.getFirst() ? firstPerSecond : populate(size);
            points.add(measure(size, perSecond));
        }
        return points;
    }

    private double populate(int size) {
        long began = System.nanoTime();
        int more = size - made;
        machine.preload(made, size, PROVEN);
        made = size;
        double perSecond = more / ((System.nanoTime() - began) / 1e9);
        say("%d accounts, made %.0f a second", size, perSecond);
        return perSecond;
    }

    private void warmUp(Duration most) {
        new WarmUp(
                        stretches,
                        sample -> say(
                                "warming up: %.0f/s, %.0f %% compiling", sample.perSecond(), sample.compiling() * 100))
                .atSaturation(Side.PIPELINE, most);
        forgetNewcomers();
    }

    /** What enrolled to warm up would count as growth; those that were made and have not enrolled stay. */
    private void forgetNewcomers() {
        int next = newcomers.next(Side.PIPELINE);
        try (var client = MongoClients.create(machine.site().mongodb())) {
            new Removal(client).of(forgotten, next);
        }
        forgotten = next;
    }

    /** All services were started anew before this. */
    private GrowthPoint measure(int size, double preloadedPerSecond) {
        warmUp(WARM_UP);
        var saturated = stretches.saturated(Side.PIPELINE, STRETCH);
        say(
                "%.0f/s, services %.3f core ms, broker and database %.3f",
                saturated.perSecond(), saturated.coreMillisOfServices(), saturated.coreMillisOfStores());
        var due = due();
        say("%d due accounts announced after %.1f s", due.accounts(), due.all().toMillis() / 1e3);
        try (var reads = reads();
                var client = MongoClients.create(machine.site().mongodb())) {
            var status = reads.status(size, READS);
            var eligibility = reads.eligibility(size, READS);
            say("status read %.1f ms, eligibility read %.1f ms", millis(status), millis(eligibility));
            var bytes = new DocumentBytes(client, size);
            var documents = bytes.sampled();
            double file = machine.databaseFile().map(bytes::fileBytesPerAccount).orElse(0.0);
            var recovery = new Stop(machine, stretches).measure(saturated.perSecond() / 2);
            say(
                    "%d behind %.1f s after a stop of 60 s",
                    recovery.behind(), recovery.caughtUp().toMillis() / 1e3);
            var point = new GrowthPoint(
                    size, preloadedPerSecond, saturated, status, eligibility, due, documents, file, recovery);
            say("%.0f bytes of documents per account", point.documentBytes());
            return point;
        }
    }

    private DueTimes due() {
        int from = NEWCOMERS - DUE * (dueMade + 1);
        dueMade++;
        try (var scan = new DueScan(machine.site().bootstrapServers(), Side.PIPELINE.prefix())) {
            return scan.measure(from, from + DUE, () -> machine.preload(from, from + DUE, OVERDUE), PATIENCE);
        }
    }

    private AccountReads reads() {
        var registration = machine.services().stream()
                .filter(process -> process.service() == Service.REGISTRATION)
                .findFirst()
                .orElseThrow();
        return new AccountReads(registration.uri("/"), token(), handle(registration));
    }

    private static double millis(ReadTimes times) {
        return times.median().toNanos() / 1e6;
    }

    private static ProcessHandle handle(ServiceProcess process) {
        return ProcessHandle.of(process.pid()).orElseThrow();
    }

    private String token() {
        var now = Instant.now();
        return Issuer.of(machine.site().directory())
                .token(Map.of(
                        "sub",
                        "bench",
                        "aud",
                        "latchkey-registration",
                        "tenant",
                        Population.TENANT,
                        "scope",
                        "latchkey.status.read",
                        "iat",
                        now.getEpochSecond(),
                        "exp",
                        now.plus(Duration.ofHours(2)).getEpochSecond(),
                        "jti",
                        UUID.randomUUID().toString()));
    }

    private void say(String format, Object... values) {
        out.accept(String.format(Locale.ROOT, format, values));
    }
}
