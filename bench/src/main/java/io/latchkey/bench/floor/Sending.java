package io.latchkey.bench.floor;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Sends a batch. */
final class Sending {

    private Sending() {}

    /** Returns when all in-sync replicas have acknowledged every record. */
    static void all(Producer<byte[], byte[]> producer, List<ProducerRecord<byte[], byte[]>> records) {
        var sent = records.stream().map(producer::send).toList();
        producer.flush();
        sent.forEach(Sending::requireAcknowledged);
    }

    private static void requireAcknowledged(Future<?> sent) {
        try {
            sent.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("Kafka does not take records", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while Kafka took records", e);
        }
    }
}
