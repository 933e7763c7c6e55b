package io.latchkey.messaging.engine;

import io.latchkey.messaging.engine.AggregateDocument.Attachment;
import io.latchkey.messaging.engine.AggregateDocument.Pending;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** The next document of an aggregate in the making. A state that is erased takes the reference to its key with it. */
final class Draft<S> {

    private final AggregateDocument<S> loaded;
    private final ToLongFunction<S> generations;
    private final Map<String, Long> positions;
    private final List<Pending> pending;
    private Map<String, Long> sequences;
    private @Nullable S state;
    private long generation;
    private boolean erased;
    private @Nullable Attachment attachment;
    private @Nullable Instant now;
    private int pendingBytes;

    /** What is known to be delivered is left out. */
    Draft(AggregateDocument<S> loaded, Delivered delivered, ToLongFunction<S> generations) {
        this.loaded = loaded;
        this.generations = generations;
        positions = new HashMap<>(loaded.positions());
        pending = new ArrayList<>(loaded.pending());
        pending.removeIf(delivered::covers);
        sequences = loaded.sequences();
        state = loaded.state();
        generation = loaded.generation();
        attachment = loaded.attachment();
        pendingBytes = size(pending);
    }

    AggregateDocument<S> loaded() {
        return loaded;
    }

    @Nullable
    S state() {
        return state;
    }

    long generation() {
        return generation;
    }

    /** Whether something was erased, by what is folded here or before: what it left pending goes as soon as it is delivered. */
    boolean erased() {
        return erased
                || (state == null && generation > 0)
                || !Pending.destroyed(pending).isEmpty();
    }

    Map<String, Long> sequences() {
        return sequences;
    }

    List<Pending> pending() {
        return pending;
    }

    boolean full() {
        return pendingBytes >= Engine.MAX_PENDING_BYTES;
    }

    /** Whether an earlier record of this partition, or this one, is applied. */
    boolean applied(InputRecord record) {
        return record.offset() <= positions.getOrDefault(record.partition().id(), -1L);
    }

    boolean erasedBy(@Nullable S next) {
        return state != null && next == null;
    }

    /** Of the state as it was loaded; null where it never had one, also for a state that was made since. */
    @Nullable
    String keyId() {
        return attachment == null ? null : attachment.keyId();
    }

    void advance(Work<?> work, @Nullable S next, OutcomeEncoder.Encoded encoded) {
        if (erasedBy(next)) {
            attachment = null;
            erased = true;
        }
        state = next;
        if (next != null) {
            generation = generations.applyAsLong(next);
        }
        sequences = encoded.sequences();
        pending.addAll(encoded.pending());
        pendingBytes += size(encoded.pending());
        passed(work);
    }

    void passed(Work<?> work) {
        now = work.place().logTime();
        positions.merge(work.place().partition().id(), work.place().offset(), Math::max);
    }

    boolean changed() {
        return now != null;
    }

    AggregateDocument<S> document(Memory memory) {
        if (now == null) {
            throw new IllegalStateException("nothing was folded");
        }
        return new AggregateDocument<>(
                loaded.key(),
                loaded.version() + 1,
                loaded.epoch(),
                now.isAfter(loaded.touched()) ? now : loaded.touched(),
                state,
                generation,
                positions,
                pending,
                sequences,
                memory.seen(),
                memory.recent(now),
                attachment);
    }

    private static int size(List<Pending> pending) {
        return pending.stream().mapToInt(one -> one.output().size()).sum();
    }
}
