package io.latchkey.messaging.kafka;

import io.latchkey.messaging.engine.Preparation;
import io.latchkey.schemas.EventMetadata;
import io.latchkey.schemas.topics.Topic;
import java.time.Instant;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * Between Avro records and the types of one service's decisions. Everything else about a record (wire format, allowed
 * types, key, identity, headers) is the engine codec's business.
 */
public interface Translation<C, O> {

    /**
     * Reads a record of one of the service's input topics; empty where the service does not react to the type.
     *
     * @param logTime the broker's append time of the record
     */
    Optional<Preparation<C>> read(SpecificRecord record, Instant logTime);

    /** Where this outcome is told. */
    Topic topicOf(O outcome);

    /** Makes the record, sealing what is personal. */
    SpecificRecord write(O outcome, EventMetadata metadata);

    /**
     * Likewise, of an outcome that is told only once a key is destroyed.
     *
     * @param destroyedKeyId what the erased state was sealed under; null where nothing is erased, or nothing was ever sealed
     */
    default SpecificRecord write(O outcome, EventMetadata metadata, @Nullable String destroyedKeyId) {
        return write(outcome, metadata);
    }

    /** Whom records of this type speak of, on the topics that the service reads. */
    default Subject subject(Class<? extends SpecificRecord> type) {
        return Subject.usual(type);
    }
}
