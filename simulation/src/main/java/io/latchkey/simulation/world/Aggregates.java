package io.latchkey.simulation.world;

import io.latchkey.messaging.avro.AvroValues;
import io.latchkey.messaging.decision.Decider;
import io.latchkey.messaging.engine.DeadLetterReason;
import io.latchkey.messaging.engine.Engine;
import io.latchkey.messaging.engine.EngineObserver;
import io.latchkey.messaging.engine.EngineSecret;
import io.latchkey.messaging.engine.InputRecord;
import io.latchkey.messaging.engine.Intake;
import io.latchkey.messaging.engine.Presence;
import io.latchkey.messaging.kafka.CompactedValues;
import io.latchkey.messaging.kafka.EngineCodec;
import io.latchkey.messaging.kafka.EngineValues;
import io.latchkey.messaging.kafka.Translation;
import io.latchkey.simulation.model.StoreModel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One service that runs on the engine: its rules, and the database that its instances share. */
public final class Aggregates<S, C, O> {

    static final EngineObserver NOBODY = new Nobody();

    private static final EngineSecret SECRET = new EngineSecret(new byte[32]);

    private final Decider<S, C, O> decider;
    private final Translation<C, O> translation;
    private final @Nullable CompactedValues<S> values;
    private final StoreModel<S, List<Decided<S, C, O>>> store = new StoreModel<>();

    /** @param values null where nothing is kept on compacted topics */
    Aggregates(Decider<S, C, O> decider, Translation<C, O> translation, @Nullable CompactedValues<S> values) {
        this.decider = decider;
        this.translation = translation;
        this.values = values;
    }

    public Decider<S, C, O> decider() {
        return decider;
    }

    public StoreModel<S, List<Decided<S, C, O>>> store() {
        return store;
    }

    /** What an instance has of its own. */
    record Ports(Faults faults, NodeLog log, AvroValues values, Node node, Facts facts) {}

    Intake intake(Ports ports, Wiring wiring, Wiring.Surroundings around) {
        var recorder = new Recorder<S, C, O>(ports.facts());
        var database = new NodeStore<>(ports.node(), ports.faults(), store, recorder);
        var watched = wiring.store(database, around);
        var service = ports.node().service();
        var codec = new EngineCodec<>(service.label(), Assembly.TOPICS, ports.values(), translation);
        return new Engine<>(
                service.reader(),
                recorder.decider(wiring.decider(
                        new BrokenRules<>(decider, () -> ports.node().rulesBroken()), around)),
                new Engine.Ports<>(
                        recorder.codec(codec, ports.faults()),
                        watched,
                        database,
                        wiring.log(ports.log(), watched, around),
                        Runnable::run,
                        values == null
                                ? null
                                : new EngineValues<>(service.label(), Assembly.TOPICS, ports.values(), values),
                        Presence.always()),
                SECRET,
                NOBODY);
    }

    private static final class Nobody implements EngineObserver {
        @Override
        public void delivered(int records, int outcomes) {}

        @Override
        public void repeated(InputRecord record) {}

        @Override
        public void deadLettered(InputRecord record, DeadLetterReason reason) {}

        @Override
        public void failed(InputRecord record, RuntimeException failure) {}

        @Override
        public void lostRaces(int documents) {}
    }
}
