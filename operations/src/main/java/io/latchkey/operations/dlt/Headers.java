package io.latchkey.operations.dlt;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Reads a record's headers leniently: of repeated ones the last, and nothing where there is none. */
record Headers(ConsumerRecord<?, ?> record) {

    private static final String UUID_TEXT = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";

    String text(String name) {
        var header = record.headers().lastHeader(name);
        return header == null || header.value() == null ? "" : new String(header.value(), UTF_8);
    }

    /** @param otherwise where it is missing or none */
    long number(String name, long otherwise) {
        var text = text(name);
        return text.matches("[0-9]{1,18}") ? Long.parseLong(text) : otherwise;
    }

    /** Null id where it is missing or none. */
    UUID id(String name) {
        var text = text(name);
        return text.matches(UUID_TEXT) ? UUID.fromString(text) : new UUID(0, 0);
    }
}
