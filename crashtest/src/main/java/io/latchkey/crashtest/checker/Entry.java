package io.latchkey.crashtest.checker;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A record as the log holds it.
 *
 * @param topic without the installation's prefix
 * @param type the record's name; empty for what cannot be decoded
 * @param fields of the record: texts, numbers, truths, lists, and records as maps; bytes as hex
 * @param bytes digest of key, value and headers
 * @param value digest of the value alone
 */
public record Entry(
        String topic,
        int partition,
        long offset,
        Instant at,
        String key,
        String type,
        Map<String, @Nullable Object> fields,
        Map<String, String> headers,
        String bytes,
        String value) {

    public boolean is(String name) {
        return type.equals(name);
    }

    /** @param path of names, with a dot between them */
    public Optional<String> text(String path) {
        return at(path).map(Object::toString);
    }

    /** Where the record must have it. */
    public String required(String path) {
        return text(path).orElseThrow(() -> new IllegalStateException(type + " without " + path));
    }

    public long number(String path) {
        return at(path).filter(Number.class::isInstance)
                .map(value -> ((Number) value).longValue())
                .orElse(-1L);
    }

    public boolean truth(String path) {
        return at(path).filter(Boolean.TRUE::equals).isPresent();
    }

    public List<?> list(String path) {
        return at(path).filter(List.class::isInstance)
                .<List<?>>map(List.class::cast)
                .orElse(List.of());
    }

    private Optional<Object> at(String path) {
        Object value = fields;
        for (var name : path.split("\\.")) {
            value = value instanceof Map<?, ?> map ? map.get(name) : null;
        }
        return Optional.ofNullable(value);
    }

    String eventId() {
        return text("metadata.eventId").orElse("");
    }

    boolean isEvent() {
        return !eventId().isEmpty();
    }

    long sequence() {
        return number("metadata.sequence");
    }

    long epoch() {
        return number("metadata.epoch");
    }

    String place() {
        return topic + "-" + partition + "@" + offset;
    }

    @Override
    public String toString() {
        return type + " " + place();
    }
}
