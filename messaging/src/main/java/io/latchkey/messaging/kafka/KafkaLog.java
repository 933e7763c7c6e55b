package io.latchkey.messaging.kafka;

import io.latchkey.messaging.engine.Header;
import io.latchkey.messaging.engine.InputPartition;
import io.latchkey.messaging.engine.Log;
import io.latchkey.messaging.engine.OutageException;
import io.latchkey.messaging.engine.OutputRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.internals.RecordHeader;

/**
 * The engine's log over a producer of {@link KafkaSettings#batchProducer}. Order per key is the producer's: one partition, one
 * idempotent sequence.
 */
public final class KafkaLog implements Log {

    private final Producer<byte[], byte[]> producer;
    private final OffsetCommits commits;

    /** @param commits what the polling thread is to commit */
    public KafkaLog(Producer<byte[], byte[]> producer, OffsetCommits commits) {
        this.producer = producer;
        this.commits = commits;
    }

    @Override
    public void produce(List<OutputRecord> records) {
        try {
            var sent = new ArrayList<Future<RecordMetadata>>(records.size());
            for (var output : records) {
                var acknowledgement = producer.send(record(output));
                if (acknowledgement.isDone()) {
                    // Failed at once: what follows must not overtake it.
                    acknowledgement.get();
                }
                sent.add(acknowledgement);
            }
            producer.flush();
            for (var acknowledgement : sent) {
                acknowledgement.get();
            }
        } catch (ExecutionException | KafkaException e) {
            throw new OutageException("Kafka does not take records: " + rootName(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OutageException("interrupted while Kafka took records");
        }
    }

    @Override
    public void commit(Map<InputPartition, Long> next) {
        commits.add(next);
    }

    private static ProducerRecord<byte[], byte[]> record(OutputRecord output) {
        var record = new ProducerRecord<byte[], byte[]>(output.topic(), output.key(), output.value());
        for (Header header : output.headers()) {
            record.headers().add(new RecordHeader(header.name(), header.value()));
        }
        return record;
    }

    /** The type alone: a client's message may quote a record. */
    private static String rootName(Exception e) {
        var cause = e.getCause() == null ? e : e.getCause();
        return cause.getClass().getSimpleName();
    }
}
