package io.latchkey.messaging.engine;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Whatever takes records from the log: reads from its watermark on, and works on one polled batch after another. */
public interface Intake {

    /** The last delivered offset of every partition ever read, by {@link InputPartition#id}; reading starts after it. */
    Map<String, Long> watermarks();

    /** The consumer has polled: until now nobody else was given its partitions without its knowing. */
    default void polled() {}

    /**
     * The group had committed offsets beyond a watermark: the database is older than the log, and what is made anew from
     * here on must not be taken for its predecessor. Recorded before anything else is read.
     */
    void restored(Instant at);

    /**
     * The log of this partition begins at {@code next}, beyond the watermark, or an operator says so: emits what is still
     * pending from the records that are gone, then raises the watermark over them.
     */
    void skip(InputPartition partition, long next);

    /** Begins work on a polled batch: per partition in offset order, without a hole. Does nothing by itself yet. */
    BatchRun begin(List<InputRecord> batch);
}
