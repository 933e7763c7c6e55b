package io.latchkey.messaging.kafka;

import io.latchkey.messaging.engine.Envelope;
import io.latchkey.messaging.engine.Header;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;

/**
 * Headers of the CloudEvents 1.0 Kafka protocol binding, binary content mode: the attributes as {@code ce_} headers, the
 * value as it is.
 */
public final class CloudEvents {

    private static final String CONTENT_TYPE = "application/avro";

    private CloudEvents() {}

    /** @param service that says it: the event's source is {@code /latchkey/<service>} */
    public static List<Header> headers(String service, Schema type, Envelope envelope) {
        var headers = new ArrayList<>(List.of(
                Header.of("ce_specversion", "1.0"),
                Header.of("ce_id", envelope.eventId().toString()),
                Header.of("ce_source", "/latchkey/" + service),
                Header.of("ce_type", type.getFullName()),
                Header.of("ce_time", envelope.occurredAt().toString()),
                Header.of("content-type", CONTENT_TYPE)));
        if (envelope.traceparent() != null) {
            headers.add(envelope.traceparent());
        }
        return headers;
    }
}
