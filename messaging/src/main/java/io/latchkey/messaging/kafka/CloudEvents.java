package io.latchkey.messaging.kafka;

import io.latchkey.messaging.engine.Envelope;
import io.latchkey.messaging.engine.Header;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.avro.Schema;

/**
 * Headers of the CloudEvents 1.0 Kafka protocol binding, binary content mode: the attributes as {@code ce_} headers, the
 * value as it is.
 */
public final class CloudEvents {

    /** W3C Trace Context level 1 has 55; whatever is longer is no trace context. */
    private static final int MAX_TRACEPARENT_BYTES = 128;

    private static final String CONTENT_TYPE = "application/avro";

    private CloudEvents() {}

    /** @param service that says it: the event's source is {@code /latchkey/<service>} */
    public static List<Header> headers(String service, Schema type, Envelope envelope) {
        var headers = new ArrayList<>(headers(service, type, envelope.eventId(), envelope.occurredAt()));
        var traceparent = envelope.traceparent();
        if (traceparent != null && traceparent.value().length <= MAX_TRACEPARENT_BYTES) {
            headers.add(traceparent);
        }
        return headers;
    }

    /** Of a record that no other led to. */
    public static List<Header> headers(String service, Schema type, UUID id, Instant time) {
        return List.of(
                Header.of("ce_specversion", "1.0"),
                Header.of("ce_id", id.toString()),
                Header.of("ce_source", "/latchkey/" + service),
                Header.of("ce_type", type.getFullName()),
                Header.of("ce_time", time.toString()),
                Header.of("content-type", CONTENT_TYPE));
    }
}
