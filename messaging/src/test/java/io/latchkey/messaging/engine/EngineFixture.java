package io.latchkey.messaging.engine;

import io.latchkey.messaging.decision.AggregateKey;
import io.latchkey.messaging.decision.Counter;
import io.latchkey.messaging.decision.Decider;
import io.latchkey.messaging.engine.Tally.Command;
import io.latchkey.messaging.engine.Tally.Outcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Engines over one log and one store in memory: a new engine is a restarted process. */
final class EngineFixture {

    static final EngineSecret SECRET = new EngineSecret(new byte[32]);

    private static final Service SERVICE = new Service("tally", TallyLog.REDRIVE);

    final TallyLog log = new TallyLog();
    final InMemoryStore<Long> store = new InMemoryStore<>();
    final Map<Counter, Long> counters = new HashMap<>();
    final Observed observed = new Observed();
    final Present presence = new Present();
    private boolean mended;
    private @Nullable Values<Long> values;

    Engine<Long, Command, Outcome> engine() {
        return engine(store);
    }

    Engine<Long, Command, Outcome> engine(Store<Long> over) {
        return engine(over, new Tally(mended));
    }

    Engine<Long, Command, Outcome> engine(Store<Long> over, Decider<Long, Command, Outcome> decider) {
        Counters shared = reservations -> reservations.stream()
                .map(reservation -> counters.merge(reservation.counter(), 1L, Long::sum))
                .toList();
        var engine = new Engine<>(
                SERVICE,
                decider,
                new Engine.Ports<>(log, over, shared, log, Runnable::run, values, presence),
                SECRET,
                observed);
        engine.watermarks();
        return engine;
    }

    AggregateDocument<Long> stored(String key) {
        return Objects.requireNonNull(store.load(Set.of(key)).get(key));
    }

    /** Engines from now on have a decision that throws no more. */
    void mend() {
        mended = true;
    }

    /** Engines from now on keep compacted values. */
    void keep(Values<Long> kept) {
        values = kept;
    }

    /** A process that is away when a test says so. */
    static final class Present implements Presence {
        boolean away;

        @Override
        public void confirm() {
            away = false;
        }

        @Override
        public boolean confirmed() {
            return !away;
        }
    }

    static void complete(Engine<?, ?, ?> engine, List<InputRecord> batch) {
        var run = engine.begin(batch);
        while (run.step()) {}
    }

    /** Takes so many steps, then the process is gone. */
    static void crashAfter(int steps, Engine<?, ?, ?> engine, List<InputRecord> batch) {
        var run = engine.begin(batch);
        for (int i = 0; i < steps; i++) {
            run.step();
        }
    }

    static UUID id(int number) {
        return new UUID(7, number);
    }

    /** What an engine reported. */
    static final class Observed implements EngineObserver {
        final List<InputRecord> repeated = new ArrayList<>();
        final List<DeadLetterReason> deadLetters = new ArrayList<>();
        final List<AggregateKey> failedValues = new ArrayList<>();
        int lostRaces;

        @Override
        public void valueFailed(AggregateKey key, RuntimeException failure) {
            failedValues.add(key);
        }

        @Override
        public void delivered(int records, int outcomes) {}

        @Override
        public void repeated(InputRecord record) {
            repeated.add(record);
        }

        @Override
        public void deadLettered(InputRecord record, DeadLetterReason reason) {
            deadLetters.add(reason);
        }

        @Override
        public void failed(InputRecord record, RuntimeException failure) {}

        @Override
        public void lostRaces(int documents) {
            lostRaces += documents;
        }
    }
}
