package io.latchkey.operations.dlt;

import io.latchkey.messaging.engine.OutputRecord;
import io.latchkey.operations.cluster.Cluster;
import io.latchkey.operations.terminal.OperatorFailure;
import java.util.ArrayDeque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;

/** Sends in order and at a pace; a record counts as redriven when it is acknowledged. */
final class KafkaOutbox implements Outbox {

    private static final int IN_FLIGHT = 100;

    private final Cluster cluster;
    private final Producer<byte[], byte[]> producer;
    private final Pace pace;
    private final RedriveReport report;
    private final ArrayDeque<Sent> sent = new ArrayDeque<>();

    KafkaOutbox(Cluster cluster, Pace pace, RedriveReport report) {
        this.cluster = cluster;
        this.producer = cluster.producer();
        this.pace = pace;
        this.report = report;
    }

    private record Sent(DeadLetter letter, int attempt, String topic, Future<RecordMetadata> acknowledgement) {}

    @Override
    public void send(DeadLetter letter, int attempt, OutputRecord output) {
        pace.await();
        try {
            sent.add(new Sent(letter, attempt, output.topic(), producer.send(record(output))));
        } catch (KafkaException e) {
            throw given(output.topic(), e);
        }
        while (sent.size() >= IN_FLIGHT
                || (!sent.isEmpty() && sent.getFirst().acknowledgement().isDone())) {
            settle(sent.removeFirst());
        }
    }

    private void settle(Sent first) {
        try {
            first.acknowledgement().get();
            report.redriven(first.letter(), first.attempt(), first.topic());
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RecordTooLargeException) {
                report.failed(first.letter(), "it is larger than " + first.topic() + " takes (max.message.bytes)");
                return;
            }
            throw given(first.topic(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OperatorFailure("interrupted; run it again to redrive the rest", e);
        }
    }

    private OperatorFailure given(String topic, Exception e) {
        sent.clear();
        return new OperatorFailure(
                "Kafka at " + cluster.address() + " does not take records of " + topic + " (" + Cluster.root(e)
                        + "): mend that, and run it again to redrive the rest",
                e);
    }

    @Override
    public void close() {
        try (producer) {
            while (!sent.isEmpty()) {
                settle(sent.removeFirst());
            }
        }
    }

    private static ProducerRecord<byte[], byte[]> record(OutputRecord output) {
        var record = new ProducerRecord<byte[], byte[]>(output.topic(), output.key(), output.value());
        output.headers().forEach(header -> record.headers().add(header.name(), header.value()));
        return record;
    }
}
