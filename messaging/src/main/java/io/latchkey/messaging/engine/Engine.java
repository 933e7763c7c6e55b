package io.latchkey.messaging.engine;

import static java.util.function.Predicate.not;

import io.latchkey.messaging.decision.Decider;
import io.latchkey.messaging.engine.AggregateDocument.Pending;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Turns commands into outcomes so that none is lost and none doubled, whatever crashes in between: state, position and
 * every outcome not yet delivered are one document and one write; the watermark of a partition is raised only after
 * database and broker have both acknowledged; whoever loads a document first emits what it still has pending.
 *
 * <p>Outcomes of one aggregate appear on a topic in sequence order at their first appearance. A repeated one has the same
 * bytes. Used by one thread at a time; two engines on the same aggregates are safe.
 *
 * @see <a href="https://kafka.apache.org/documentation/#semantics">Kafka's delivery semantics</a>
 */
public final class Engine<S, C, O> implements Intake {

    /** The largest record that is decided; greater ones are dead letters. */
    public static final int MAX_RECORD_BYTES = 64 * 1024;

    /** Of one document's pending outcomes; beyond it the rest of the key waits until they are delivered. */
    static final int MAX_PENDING_BYTES = 1024 * 1024;

    /**
     * What the engine is built upon.
     *
     * @param workers prepares records and bounds how many at once
     * @param values null for a service that keeps no compacted values: nothing is then asked, read or produced for them
     */
    public record Ports<S, C, O>(
            Codec<C, O> codec,
            Store<S> store,
            Counters counters,
            Log log,
            Executor workers,
            @Nullable Values<S> values,
            Presence presence) {

        /** Of a service that keeps no compacted values. */
        public Ports(Codec<C, O> codec, Store<S> store, Counters counters, Log log, Executor workers) {
            this(codec, store, counters, log, workers, null, Presence.always());
        }
    }

    private final Decider<S, C, O> decider;
    private final Ports<S, C, O> ports;
    private final EngineSecret secret;
    private final DeadLetters deadLetters;
    private final Redrives redrives;
    private final EngineObserver observer;
    private final Delivered delivered = new Delivered();
    private final Set<String> uncompared = new HashSet<>();
    private Instant restoredAt = Instant.EPOCH;

    public Engine(
            Service service,
            Decider<S, C, O> decider,
            Ports<S, C, O> ports,
            EngineSecret secret,
            EngineObserver observer) {
        this.decider = decider;
        this.ports = ports;
        this.secret = secret;
        this.deadLetters = new DeadLetters(service.name());
        this.redrives = new Redrives(service);
        this.observer = observer;
    }

    @Override
    public Map<String, Long> watermarks() {
        var progress = ports.store().progress();
        restoredAt = progress.restoredAt();
        delivered.reset(progress);
        return progress.delivered();
    }

    @Override
    public BatchRun begin(List<InputRecord> batch) {
        return new EngineRun<>(this, batch);
    }

    @Override
    public void polled() {
        ports.presence().confirm();
    }

    @Override
    public void restored(Instant at) {
        ports.store().restored(at);
        restoredAt = at;
    }

    @Override
    public void skip(InputPartition partition, long next) {
        ports.store()
                .eachStranded(
                        partition.id(),
                        delivered.certain(partition.id()),
                        pending -> emit(pending.stream()
                                .filter(outcome -> !delivered.covers(outcome))
                                .toList()));
        ports.store().skip(partition.id(), delivered.certain(partition.id()), next - 1);
        delivered.skip(partition.id(), next - 1);
    }

    private void emit(List<Pending> pending) {
        var keyIds = Pending.destroyed(pending);
        if (!keyIds.isEmpty()) {
            ports.store().destroy(keyIds);
        }
        ports.log().produce(pending.stream().map(Pending::output).toList());
    }

    /**
     * Takes what is delivered out of these documents, which would else keep it until their next write.
     *
     * @return false where somebody else wrote meanwhile: to be repeated
     */
    boolean forget(Set<String> keys) {
        var kept = ports.store().load(keys).values().stream()
                .filter(document -> document.pending().stream().anyMatch(delivered::covers))
                .map(document -> document.with(
                        document.version() + 1,
                        document.pending().stream()
                                .filter(not(delivered::covers))
                                .toList()))
                .toList();
        return kept.isEmpty() || ports.store().write(kept).isEmpty();
    }

    void raise(Map<String, Long> offsets) {
        ports.store().raise(offsets);
        delivered.raise(offsets);
    }

    /** Of an aggregate that has no document yet, the first: its epoch is never taken for a predecessor's. */
    Fold<S, C, O> fold(String key, @Nullable AggregateDocument<S> loaded, Instant firstLogTime) {
        return new Fold<>(this, loaded == null ? AggregateDocument.none(key, epoch(firstLogTime)) : loaded);
    }

    private Instant epoch(Instant firstLogTime) {
        return firstLogTime.isAfter(restoredAt) ? firstLogTime : restoredAt;
    }

    Decider<S, C, O> decider() {
        return decider;
    }

    Ports<S, C, O> ports() {
        return ports;
    }

    EngineSecret secret() {
        return secret;
    }

    DeadLetters deadLetters() {
        return deadLetters;
    }

    Redrives redrives() {
        return redrives;
    }

    EngineObserver observer() {
        return observer;
    }

    Delivered delivered() {
        return delivered;
    }

    /** Aggregates whose values were produced by a batch that was given up before they were compared. */
    Set<String> uncompared() {
        return uncompared;
    }
}
