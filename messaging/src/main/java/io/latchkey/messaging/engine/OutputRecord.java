package io.latchkey.messaging.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A record to be produced: the very bytes, so that emitting it again emits the same. */
public record OutputRecord(String topic, byte @Nullable [] key, byte @Nullable [] value, List<Header> headers) {

    /** Bytes that count towards a document's limit. */
    public int size() {
        int size = (key == null ? 0 : key.length) + (value == null ? 0 : value.length);
        for (var header : headers) {
            size += header.name().length() + header.value().length;
        }
        return size;
    }

    /** Names the topic only; never shows the content. */
    @Override
    public String toString() {
        return "OutputRecord[" + topic + ", " + size() + " bytes]";
    }
}
