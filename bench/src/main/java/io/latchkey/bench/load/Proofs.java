package io.latchkey.bench.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.latchkey.bench.work.Population;
import io.latchkey.bench.work.Side;
import io.latchkey.messaging.kafka.KafkaSettings;
import io.latchkey.schemas.CommandRejected;
import io.latchkey.schemas.MethodProven;
import io.latchkey.schemas.topics.Topic;
import java.time.Duration;
import java.util.Arrays;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.header.Headers;

/** Follows registration's events to see when a method is proven. Reads types and keys, and no more of a record. */
final class Proofs implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final byte[] PROVEN =
            MethodProven.getClassSchema().getFullName().getBytes(UTF_8);
    private static final byte[] REJECTED =
            CommandRejected.getClassSchema().getFullName().getBytes(UTF_8);

    private final Consumer<byte[], byte[]> consumer;
    private final Enrolments enrolments;
    private final Thread thread;

    /** From now on. */
    Proofs(Side side, KafkaSettings settings, Enrolments enrolments) {
        this.consumer = new KafkaConsumer<>(settings.reader());
        this.enrolments = enrolments;
        var topic = Topic.REGISTRATION_EVENTS.name(side.prefix());
        var partitions = consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
        this.thread = Thread.ofPlatform().name("proofs-" + side).daemon().start(this::follow);
    }

    private void follow() {
        try (consumer) {
            while (true) {
                consumer.poll(POLL).forEach(this::take);
            }
        } catch (WakeupException e) {
            // Closed.
        }
    }

    private void take(ConsumerRecord<byte[], byte[]> event) {
        if (is(PROVEN, event.headers())) {
            enrolments.proven(account(event));
        } else if (is(REJECTED, event.headers())) {
            enrolments.rejected(account(event));
        }
    }

    private static boolean is(byte[] type, Headers headers) {
        var told = headers.lastHeader("ce_type");
        return told != null && Arrays.equals(type, told.value());
    }

    private static int account(ConsumerRecord<byte[], byte[]> event) {
        var key = new String(event.key(), UTF_8);
        return Population.ofUser(key.substring(key.indexOf('/') + 1));
    }

    @Override
    public void close() throws InterruptedException {
        consumer.wakeup();
        thread.join();
    }
}
