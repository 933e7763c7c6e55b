package io.latchkey.operations.accounts;

import io.latchkey.messaging.avro.AvroValues;
import io.latchkey.messaging.engine.OutageException;
import io.latchkey.operations.cluster.Cluster;
import io.latchkey.operations.terminal.OperatorFailure;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Publishes commands and notes in the window what the brokers have acknowledged. */
final class Publisher implements AutoCloseable {

    private static final Duration CLOSE = Duration.ofSeconds(10);

    private final Cluster cluster;
    private final Producer<byte[], byte[]> producer;
    private final AvroValues values;
    private final String topic;
    private final Commands commands;
    private final Window window;
    private final @Nullable Answers answers;

    /** @param answers null where none are awaited */
    Publisher(
            Cluster cluster,
            AvroValues values,
            String topic,
            Commands commands,
            Window window,
            @Nullable Answers answers) {
        this.cluster = cluster;
        this.producer = cluster.bulkProducer();
        this.values = values;
        this.topic = topic;
        this.commands = commands;
        this.window = window;
        this.answers = answers;
    }

    /** @throws OperatorFailure if brokers, registry or keys are not there */
    void publish(Line line, Account account) {
        try {
            var all = commands.of(account);
            var entry = window.good(line, all.size(), answers == null ? all.size() : 2 * all.size());
            all.forEach(command -> send(command, entry));
        } catch (OutageException e) {
            throw new OperatorFailure(e.getMessage() + ": run it again to go on", e);
        } catch (KafkaException e) {
            throw given(e);
        }
    }

    private void send(Commands.Command command, Window.Entry entry) {
        if (answers != null) {
            answers.await(command, entry);
        }
        var key = command.key().value().getBytes(StandardCharsets.UTF_8);
        var record = new ProducerRecord<>(topic, key, values.encode(topic, command.record()));
        producer.send(record, (place, failure) -> acknowledged(command, entry, place, failure));
    }

    private void acknowledged(
            Commands.Command command, Window.Entry entry, @Nullable RecordMetadata place, @Nullable Exception failure) {
        if (failure != null) {
            window.fail(given(failure));
            return;
        }
        if (answers != null && place != null) {
            answers.sent(command.id(), new TopicPartition(topic, place.partition()), place.offset());
        }
        window.settle(entry);
    }

    private OperatorFailure given(Exception e) {
        return new OperatorFailure(
                "Kafka at " + cluster.address() + " does not take records of " + topic + " (" + Cluster.root(e)
                        + "): mend that, and run it again to go on",
                e);
    }

    @Override
    public void close() {
        producer.close(CLOSE);
    }
}
