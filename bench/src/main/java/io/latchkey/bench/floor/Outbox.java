package io.latchkey.bench.floor;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.latchkey.messaging.avro.AvroValues;
import io.latchkey.messaging.engine.Header;
import io.latchkey.schemas.EventMetadata;
import io.latchkey.schemas.topics.Topic;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeader;

/** What one stage sends, in the order in which it was added and with the services' headers. For one thread. */
final class Outbox implements AutoCloseable {

    private final String prefix;
    private final AvroValues values;
    private final Producer<byte[], byte[]> producer;
    private final Tally tally;
    private final RecordHeader source;
    private final RecordHeader version = header("ce_specversion", "1.0");
    private final RecordHeader contentType = header("content-type", "application/avro");
    private final List<ProducerRecord<byte[], byte[]>> waiting = new ArrayList<>();

    Outbox(String service, String prefix, AvroValues values, Producer<byte[], byte[]> producer, Tally tally) {
        this.prefix = prefix;
        this.values = values;
        this.producer = producer;
        this.tally = tally;
        this.source = header("ce_source", "/latchkey/" + service);
    }

    void add(Topic topic, Input cause, EventMetadata metadata, SpecificRecord event) {
        var record = value(topic, cause.source().key(), metadata.getEventId(), metadata.getOccurredAt(), event);
        var traceparent = cause.source().headers().lastHeader(Header.TRACEPARENT);
        if (traceparent != null) {
            record.headers().add(traceparent);
        }
        waiting.add(record);
        tally.add(topic.stem(), 1);
    }

    /** Follows from everything before, and so hands nothing on. */
    void add(Topic topic, byte[] key, EventMetadata metadata, SpecificRecord value) {
        waiting.add(value(topic, key, metadata.getEventId(), metadata.getOccurredAt(), value));
        tally.add(topic.stem(), 1);
    }

    private ProducerRecord<byte[], byte[]> value(
            Topic topic, byte[] key, UUID id, Instant time, SpecificRecord content) {
        var name = topic.name(prefix);
        var record = new ProducerRecord<byte[], byte[]>(name, key, values.encode(name, content));
        record.headers()
                .add(version)
                .add(header("ce_id", id.toString()))
                .add(source)
                .add(header("ce_type", content.getSchema().getFullName()))
                .add(header("ce_time", time.toString()))
                .add(contentType);
        return record;
    }

    /** Returns when all in-sync replicas have acknowledged everything that was added. */
    void deliver() {
        Sending.all(producer, waiting);
        waiting.clear();
    }

    private static RecordHeader header(String name, String value) {
        return new RecordHeader(name, value.getBytes(UTF_8));
    }

    @Override
    public void close() {
        producer.close();
    }
}
