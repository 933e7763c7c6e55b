package io.latchkey.messaging.engine;

import java.time.Instant;
import java.util.UUID;

/**
 * What a value reflects. Readers compare epoch and sequence, and of equal ones believe the later record. Versions are no
 * measure: after a restore the same records may be folded in fewer writes.
 *
 * @param id the same for every making of this version's value
 * @param epoch in which the sequence counts
 * @param sequence of the last event that the value reflects; 0 where there was none
 * @param version of the document
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
