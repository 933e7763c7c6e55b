package io.latchkey.messaging.engine;

import io.latchkey.messaging.decision.Context;
import io.latchkey.messaging.decision.Counter;
import io.latchkey.messaging.engine.Preparation.Prepared;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One record on its way through a batch: what was prepared and reserved for it is kept if it is decided again. */
final class Work<C> {

    private final LogEntry entry;
    private final Decoded.Relevant<C> record;
    private final Map<Counter, Long> reserved = new HashMap<>();
    private @Nullable Prepared<C> prepared;
    private @Nullable RuntimeException failure;

    Work(LogEntry entry, Decoded.Relevant<C> record) {
        this.entry = entry;
        this.record = record;
    }

    LogEntry entry() {
        return entry;
    }

    /** Where it was read: positions, watermarks and what is pending go by it. */
    InputRecord place() {
        return entry.place();
    }

    /** What it is: identity, time and randomness go by it. Another record than {@link #place} where it was redriven. */
    InputRecord original() {
        return entry.original();
    }

    Optional<LogEntry.Redrive> redrive() {
        return entry.redrive();
    }

    Decoded.Relevant<C> record() {
        return record;
    }

    boolean unprepared() {
        return prepared == null && failure == null;
    }

    /** An outage is thrown and tried again; any other failure belongs to this record alone. */
    void prepare() {
        try {
            prepared = record.preparation().prepare();
        } catch (OutageException e) {
            throw e;
        } catch (RuntimeException e) {
            failure = e;
        }
    }

    boolean readable() {
        return failure == null;
    }

    /** @throws RuntimeException what preparation threw */
    Prepared<C> prepared() {
        if (failure != null) {
            throw failure;
        }
        return Objects.requireNonNull(prepared, "prepared before it is decided");
    }

    void reserved(Counter counter, long count) {
        reserved.put(counter, count);
    }

    boolean hasReserved(Counter counter) {
        return reserved.containsKey(counter);
    }

    Context context(EngineSecret secret, long generation) {
        return new Context(original().logTime(), secret.randomness(original()), reserved, generation);
    }
}
