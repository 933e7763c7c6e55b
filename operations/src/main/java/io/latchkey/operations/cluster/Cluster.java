package io.latchkey.operations.cluster;

import io.latchkey.messaging.kafka.KafkaSettings;
import io.latchkey.operations.terminal.OperatorFailure;
import io.latchkey.operations.terminal.Text;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/** A Kafka cluster, for one who waits: whatever does not answer for a while is a failure that says so. */
public final class Cluster {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration SILENCE = Duration.ofSeconds(30);
    private static final Duration POLL = Duration.ofMillis(500);

    private final KafkaSettings settings;
    private final String address;
    private final Set<String> topics;

    private Cluster(KafkaSettings settings, String address, Set<String> topics) {
        this.settings = settings;
        this.address = address;
        this.topics = topics;
    }

    public static Cluster connect(KafkaSettings settings, String address) {
        Admin admin;
        try {
            admin = Admin.create(settings.common());
        } catch (KafkaException e) {
            throw new OperatorFailure("the settings for Kafka at " + address + " are not usable: " + root(e), e);
        }
        try {
            return new Cluster(
                    settings, address, admin.listTopics().names().get(PATIENCE.toSeconds(), TimeUnit.SECONDS));
        } catch (TimeoutException | ExecutionException e) {
            throw unanswered(address, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OperatorFailure("interrupted", e);
        } finally {
            admin.close(Duration.ZERO);
        }
    }

    private static OperatorFailure unanswered(String address, Exception e) {
        var why = e instanceof TimeoutException ? "" : " (" + root(e) + ")";
        return new OperatorFailure(
                "Kafka does not answer at " + address + " within " + PATIENCE.toSeconds() + " s" + why
                        + ": check --bootstrap-servers and, where it asks for TLS or SASL, --command-config",
                e);
    }

    public String address() {
        return address;
    }

    public boolean has(String topic) {
        return topics.contains(topic);
    }

    /** Hands over what a topic holds now, partition by partition and in order. */
    public void read(String topic, Optional<Instant> since, PartitionReader reader) {
        try (var consumer = new KafkaConsumer<byte[], byte[]>(settings.reader())) {
            for (var info : consumer.partitionsFor(topic, PATIENCE)) {
                read(consumer, new TopicPartition(topic, info.partition()), since, reader.partition());
            }
        } catch (KafkaException e) {
            throw new OperatorFailure("cannot read " + topic + " at " + address + ": " + root(e), e);
        }
    }

    /** Makes what takes the records of the next partition. */
    @FunctionalInterface
    public interface PartitionReader {
        java.util.function.Consumer<ConsumerRecord<byte[], byte[]>> partition();
    }

    private void read(
            KafkaConsumer<byte[], byte[]> consumer,
            TopicPartition partition,
            Optional<Instant> since,
            java.util.function.Consumer<ConsumerRecord<byte[], byte[]>> records) {
        var only = List.of(partition);
        consumer.assign(only);
        long end = Objects.requireNonNull(consumer.endOffsets(only, PATIENCE).get(partition));
        seek(consumer, partition, since, end);
        long heard = System.nanoTime();
        while (consumer.position(partition, PATIENCE) < end) {
            var polled = consumer.poll(POLL);
            polled.forEach(record -> {
                if (record.offset() < end) {
                    records.accept(record);
                }
            });
            heard = polled.isEmpty() ? heard : System.nanoTime();
            if (System.nanoTime() - heard > SILENCE.toNanos()) {
                throw new OperatorFailure("Kafka at " + address + " has sent nothing of " + partition + " for "
                        + SILENCE.toSeconds() + " s although there is more: is it still there?");
            }
        }
    }

    private static void seek(
            KafkaConsumer<?, ?> consumer, TopicPartition partition, Optional<Instant> since, long end) {
        var only = List.of(partition);
        if (since.isEmpty()) {
            consumer.seekToBeginning(only);
            return;
        }
        var found = consumer.offsetsForTimes(Map.of(partition, since.get().toEpochMilli()), PATIENCE)
                .get(partition);
        consumer.seek(partition, found == null ? end : found.offset());
    }

    public Producer<byte[], byte[]> producer() {
        return new KafkaProducer<>(settings.producer(SILENCE));
    }

    /** For many records at once: larger batches, for which a record waits a moment. */
    public Producer<byte[], byte[]> bulkProducer() {
        var bulk = settings.producer(SILENCE);
        bulk.put(ProducerConfig.LINGER_MS_CONFIG, 20);
        bulk.put(ProducerConfig.BATCH_SIZE_CONFIG, 128 * 1024);
        return new KafkaProducer<>(bulk);
    }

    /** Without a group. */
    public Consumer<byte[], byte[]> reader() {
        return new KafkaConsumer<>(settings.reader());
    }

    public Admin admin() {
        return Admin.create(settings.common());
    }

    /** What every client needs. */
    public Map<String, Object> settings() {
        return settings.common();
    }

    /** The innermost cause: Kafka's own messages name settings, topics and addresses. */
    public static String root(Throwable failure) {
        var root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getClass().getSimpleName() + ": " + Text.of(String.valueOf(root.getMessage()));
    }
}
