package io.latchkey.bench.run;

import io.latchkey.bench.process.Machine;
import io.latchkey.bench.work.Side;
import io.latchkey.infrastructure.TemporaryDirectory;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The services beside the floor, in turns. */
public final class Comparison {

    private static final int AT_ONCE = 2_000;
    private static final List<Side> TURNS = List.of(Side.FLOOR, Side.PIPELINE, Side.PIPELINE, Side.FLOOR);

    private final Plan plan;
    private final @Nullable String mongodb;
    private final PrintWriter out;

    public Comparison(Plan plan, @Nullable String mongodb, PrintWriter out) {
        this.plan = plan;
        this.mongodb = mongodb;
        this.out = out;
    }

    public void run() {
        try (var directory = TemporaryDirectory.create("latchkey-bench-");
                var machine = new Machine(directory.path(), mongodb)) {
            var accounts = new Accounts(machine);
            accounts.provide(Side.PIPELINE, 60_000);
            say("preloaded");
            machine.startServices();
            say("services are ready");
            machine.startFloor();
            accounts.provide(Side.FLOOR, 60_000);
            var stretches = new Stretches(machine, accounts, AT_ONCE);
            for (var side : List.of(Side.PIPELINE, Side.FLOOR)) {
                for (int i = 0; i < 4; i++) {
                    say(stretches.saturated(side, Duration.ofSeconds(8)));
                    accounts.provide(side, 30_000);
                }
            }
            var samples = new ArrayList<Sample>();
            for (int round = 0; round < plan.rounds(); round++) {
                for (var side : TURNS) {
                    accounts.provide(side, 60_000);
                    samples.add(stretches.saturated(side, plan.saturated()));
                    say(samples.getLast());
                }
            }
        }
    }

    private void say(Sample sample) {
        say("%s %.0f/s, core ms %s (%.2f), %s writes %s"
                .formatted(
                        sample.side(),
                        sample.perSecond(),
                        sample.coreMillis(),
                        sample.coreMillisInAll(),
                        sample.resident(),
                        sample.writes()));
    }

    private void say(String text) {
        out.println(text);
        out.flush();
    }
}
