package io.latchkey.messaging.engine;

import java.util.List;
import java.util.Map;

/** The bus, as far as the engine needs it. */
public interface Log {

    /**
     * Produces in order and returns when every record is acknowledged by all in-sync replicas.
     *
     * @throws OutageException if one was not; any of them may have been written
     */
    void produce(List<OutputRecord> records);

    /**
     * Commits the group's offsets, for lag tools only. The engine itself starts from its watermark.
     *
     * @param next per partition the offset after the last one delivered
     */
    void commit(Map<InputPartition, Long> next);
}
