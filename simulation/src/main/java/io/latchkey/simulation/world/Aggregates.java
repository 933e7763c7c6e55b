package io.latchkey.simulation.world;

import io.latchkey.messaging.avro.AvroValues;
import io.latchkey.messaging.decision.Decider;
import io.latchkey.messaging.engine.DeadLetterReason;
import io.latchkey.messaging.engine.Engine;
import io.latchkey.messaging.engine.EngineObserver;
import io.latchkey.messaging.engine.EngineSecret;
import io.latchkey.messaging.engine.InputRecord;
import io.latchkey.messaging.engine.Intake;
import io.latchkey.messaging.kafka.EngineCodec;
import io.latchkey.messaging.kafka.Translation;
import io.latchkey.simulation.model.StoreModel;
import java.util.List;

/** One service that runs on the engine: its rules, and the database that its instances share. */
public final class Aggregates<S, C, O> {

    static final EngineObserver NOBODY = new Nobody();

    private static final EngineSecret SECRET = new EngineSecret(new byte[32]);

    private final Decider<S, C, O> decider;
    private final Translation<C, O> translation;
    private final StoreModel<S, List<Decided<S, C, O>>> store = new StoreModel<>();

    Aggregates(Decider<S, C, O> decider, Translation<C, O> translation) {
        this.decider = decider;
        this.translation = translation;
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
                        Runnable::run),
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
