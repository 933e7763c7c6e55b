package io.latchkey.messaging.engine;

import java.time.Instant;
import java.util.UUID;

/**
 * What tells a newer value of an aggregate from an older one: first the epoch, then the version.
 *
 * @param id the same for every making of this version's value
 * @param epoch in which sequence and version count
 * @param sequence of the last event that the value reflects; 0 where there was none
 * @param version of the document; greater with every write
 * @param at log time of the last record that the value reflects
 */
public record ValueStamp(UUID id, Instant epoch, long sequence, long version, Instant at) {

    /** @param topic of the events that it is to be compared with */
    static ValueStamp of(AggregateDocument<?> document, String topic) {
        return new ValueStamp(
                Ids.value(document.key(), document.epoch(), document.version()),
                document.epoch(),
                document.sequences().getOrDefault(topic, 0L),
                document.version(),
                document.touched());
    }
}
