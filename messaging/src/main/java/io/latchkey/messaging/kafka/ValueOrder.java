package io.latchkey.messaging.kafka;

import io.latchkey.messaging.engine.Header;
import io.latchkey.schemas.EventMetadata;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.kafka.common.header.Headers;

/** What tells a newer value of a key from an older one, whatever the order in which they are on the topic. */
public record ValueOrder(Instant epoch, long sequence) implements Comparable<ValueOrder> {

    /** Of a tombstone: milliseconds since 1970, in decimal digits. */
    public static final String EPOCH = "latchkey-epoch";

    /** Of a tombstone: in decimal digits. */
    public static final String SEQUENCE = "latchkey-sequence";

    private static final Comparator<ValueOrder> ORDER =
            Comparator.comparing(ValueOrder::epoch).thenComparing(ValueOrder::sequence);

    /** 18 digits fit a long. */
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

    static ValueOrder of(EventMetadata metadata) {
        return new ValueOrder(metadata.getEpoch(), metadata.getSequence());
    }

    /** Empty where a header is missing or no number. */
    static Optional<ValueOrder> of(Headers headers) {
        return number(headers, EPOCH)
                .flatMap(epoch -> number(headers, SEQUENCE)
                        .map(sequence -> new ValueOrder(Instant.ofEpochMilli(epoch), sequence)));
    }

    /** For a tombstone, which has no value to say it in. */
    public List<Header> headers() {
        return List.of(
                Header.of(EPOCH, Long.toString(epoch.toEpochMilli())), Header.of(SEQUENCE, Long.toString(sequence)));
    }

    private static Optional<Long> number(Headers headers, String name) {
        return Optional.ofNullable(headers.lastHeader(name))
                .map(header -> header.value())
                .map(value -> new String(value, StandardCharsets.UTF_8))
                .filter(text -> NUMBER.matcher(text).matches())
                .map(Long::parseLong);
    }

    @Override
    public int compareTo(ValueOrder other) {
        return ORDER.compare(this, other);
    }
}
