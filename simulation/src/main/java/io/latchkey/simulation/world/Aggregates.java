package io.latchkey.simulation.world;

import io.latchkey.messaging.avro.AvroValues;
import io.latchkey.messaging.decision.Decider;
import io.latchkey.messaging.engine.DeadLetterReason;
import io.latchkey.messaging.engine.Engine;
import io.latchkey.messaging.engine.EngineObserver;
import io.latchkey.messaging.engine.EngineSecret;
import io.latchkey.messaging.engine.InputRecord;
import io.latchkey.messaging.engine.Intake;
import io.latchkey.messaging.engine.Sweep;
import io.latchkey.messaging.engine.Values;
import io.latchkey.messaging.kafka.CompactedValues;
import io.latchkey.messaging.kafka.EngineCodec;
import io.latchkey.messaging.kafka.EngineValues;
import io.latchkey.messaging.kafka.Translation;
import io.latchkey.simulation.model.StoreModel;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One service that runs on the engine: its rules, and the database that its instances share. */
public final class Aggregates<S, C, O> {

    static final EngineObserver NOBODY = new Nobody();

    private static final EngineSecret SECRET = new EngineSecret(new byte[32]);

    /** A process tells no value for longer after it has polled last: Kafka's own time for a session. */
    private static final Duration LONGEST_ABSENCE = Duration.ofSeconds(45);

    private final Judges<S, C, O> judges;
    private final Translation<C, O> translation;
    private final @Nullable CompactedValues<S> values;
    private final StoreModel<S, List<Decided<S, C, O>>> store;

    /** Makes the rules of a service that knows some policies. */
    @FunctionalInterface
    interface Judges<S, C, O> {

        Decider<S, C, O> under(PolicyLookup policies);
    }

    /**
     * @param store seals what it is told to
     * @param values null where nothing is kept on compacted topics
     */
    Aggregates(
            Judges<S, C, O> judges,
            Translation<C, O> translation,
            StoreModel<S, List<Decided<S, C, O>>> store,
            @Nullable CompactedValues<S> values) {
        this.judges = judges;
        this.translation = translation;
        this.store = store;
        this.values = values;
    }

    /** The rules, by the policies that are given. */
    public Decider<S, C, O> decider(PolicyLookup policies) {
        return judges.under(policies);
    }

    /** What is kept of them on compacted topics; null for nothing. */
    public @Nullable CompactedValues<S> values() {
        return values;
    }

    public StoreModel<S, List<Decided<S, C, O>>> store() {
        return store;
    }

    /** What an instance has of its own. */
    record Ports(World world, Node node, Faults faults, NodeLog log, AvroValues values, PolicyLookup policies) {

        private Consumer<Map<String, Long>> comparedByEngine() {
            var teller = NodeLog.teller(node, NodeLog.ENGINE);
            return versions -> world.facts().tellings().compared(versions.keySet(), teller);
        }

        private Consumer<Map<String, Long>> comparedBySweep() {
            var teller = NodeLog.teller(node, NodeLog.SWEEP);
            return versions -> world.facts().tellings().unmoved(versions, teller);
        }
    }

    Intake intake(Ports ports, Wiring wiring, Wiring.Surroundings around) {
        var recorder = new Recorder<S, C, O>(ports.world().facts());
        var node = ports.node();
        var database = new NodeStore<>(node, ports.faults(), store, recorder, ports.comparedByEngine());
        var watched = wiring.store(database, around);
        var rules = new BrokenRules<>(decider(recorder.policies(ports.policies())), node::rulesBroken);
        return new Engine<>(
                node.service().reader(),
                recorder.decider(wiring.decider(rules, around)),
                new Engine.Ports<>(
                        recorder.codec(codec(ports), ports.faults()),
                        watched,
                        database,
                        wiring.log(ports.log(), watched, around),
                        Runnable::run,
                        told(ports),
                        new Present(ports.world(), LONGEST_ABSENCE)),
                SECRET,
                NOBODY);
    }

    /** With a connection and a producer of its own, as a thread of its own has. */
    Sweeping sweeping(Ports ports) {
        var world = ports.world();
        var node = ports.node();
        var recorder = new Recorder<S, C, O>(world.facts());
        var database = new NodeStore<>(node, ports.faults(), store, recorder, ports.comparedBySweep());
        var log = new NodeLog(world, node, ports.faults(), NodeLog.SWEEP);
        var presence = new Present(world, Sweeping.LEASE);
        var own = new Engine.Ports<>(codec(ports), database, database, log, Runnable::run, told(ports), presence);
        return new Sweeping(world, node, new Sweep<>(own, Sweeping.PACE, node.clock(), NOBODY), presence);
    }

    private EngineCodec<C, O> codec(Ports ports) {
        return new EngineCodec<>(ports.node().service().label(), Assembly.TOPICS, ports.values(), translation);
    }

    private @Nullable Values<S> told(Ports ports) {
        return values == null
                ? null
                : new EngineValues<>(ports.node().service().label(), Assembly.TOPICS, ports.values(), values);
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
