package io.latchkey.embedded.demo;

import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.RecordMetadata;

/**
 * A command that the broker has acknowledged.
 *
 * @param id its command id
 * @param wish its correlation id, which everything that follows from it carries
 * @param bytes its value as it was sent
 * @param nanos when it was sent, by this JVM's clock
 */
record Sent(UUID id, UUID wish, SpecificRecord command, String key, byte[] bytes, RecordMetadata place, long nanos) {

    /** Names the record; never shows its content. */
    @Override
    public String toString() {
        return command.getSchema().getName() + " " + place;
    }
}
