package io.latchkey.messaging.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.latchkey.messaging.decision.AggregateKey;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps the sum of every tally; there is none of 13. */
final class TallyValues implements Values<Long> {

    static final String TOMBSTONE = "gone";

    @Override
    public String eventsOf(AggregateKey key) {
        return TallyLog.EVENTS;
    }

    @Override
    public Optional<OutputRecord> of(AggregateKey key, @Nullable Long sum, ValueStamp stamp) {
        if (sum != null && sum == 13) {
            throw new IllegalStateException("unlucky");
        }
        var value = sum == null ? null : sum.toString().getBytes(UTF_8);
        var headers = List.of(
                Header.of("epoch", stamp.epoch().toString()),
                Header.of("sequence", Long.toString(stamp.sequence())),
                Header.of("version", Long.toString(stamp.version())));
        return Optional.of(new OutputRecord(TallyLog.TOTALS, key.value().getBytes(UTF_8), value, headers));
    }

    static String text(OutputRecord total) {
        var value = total.value();
        return value == null ? TOMBSTONE : new String(value, UTF_8);
    }
}
