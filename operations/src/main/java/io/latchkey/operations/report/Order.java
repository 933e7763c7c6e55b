package io.latchkey.operations.report;

import io.latchkey.messaging.kafka.ValueOrder;
import io.latchkey.schemas.RegistrationStatus;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.kafka.common.header.Headers;

/**
 * What tells a newer status from an older one, whatever their order on the topic. A tombstone is newer than all statuses up
 * to its event.
 *
 * @param epoch milliseconds since 1970
 */
record Order(long epoch, long sequence, long revision) implements Comparable<Order> {

    /** 18 digits fit a long. */
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

    private static final Comparator<Order> ORDER = Comparator.comparingLong(Order::epoch)
            .thenComparingLong(Order::sequence)
            .thenComparingLong(Order::revision);

    static Order of(RegistrationStatus status) {
        var metadata = status.getMetadata();
        return new Order(metadata.getEpoch().toEpochMilli(), metadata.getSequence(), status.getRevision());
    }

    /** Empty where a header is missing or no number. */
    static Optional<Order> ofTombstone(Headers headers) {
        return number(headers, ValueOrder.EPOCH)
                .flatMap(epoch -> number(headers, ValueOrder.SEQUENCE)
                        .map(sequence -> new Order(epoch, sequence, Long.MAX_VALUE)));
    }

    private static Optional<Long> number(Headers headers, String name) {
        return Optional.ofNullable(headers.lastHeader(name))
                .map(header -> new String(header.value(), StandardCharsets.UTF_8))
                .filter(text -> NUMBER.matcher(text).matches())
                .map(Long::parseLong);
    }

    @Override
    public int compareTo(Order other) {
        return ORDER.compare(this, other);
    }
}
