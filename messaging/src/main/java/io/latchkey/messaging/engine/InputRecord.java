package io.latchkey.messaging.engine;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A record as the log holds it, not decoded. {@code logTime} is the broker's append time. */
public record InputRecord(
        InputPartition partition,
        long offset,
        Instant logTime,
        byte @Nullable [] key,
        byte @Nullable [] value,
        List<Header> headers) {

    /** Bytes of key, value and headers. */
    public int size() {
        return new OutputRecord(partition.topic(), key, value, headers).size();
    }

    /** The last header of this name, as Kafka reads repeated ones; null if there is none. */
    public @Nullable Header header(String name) {
        return headers.reversed().stream()
                .filter(header -> header.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    /** Names the record; never shows its content. */
    @Override
    public String toString() {
        return partition.topic() + "-" + partition.partition() + "@" + offset;
    }
}
