package io.latchkey.embedded.demo;

import io.latchkey.messaging.avro.AvroValues;
import io.latchkey.messaging.decision.AggregateKey;
import io.latchkey.messaging.sealing.HpkeSealer;
import io.latchkey.messaging.sealing.KeyDirectory;
import io.latchkey.messaging.sealing.Sealer;
import io.latchkey.schemas.CommandMetadata;
import io.latchkey.schemas.topics.Topic;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * An upstream portal: publishes commands and sees what came of them. It knows the topics, the contracts and the public
 * keys, and nothing of the services behind them.
 */
final class Portal implements AutoCloseable {

    private final Address address;
    private final AvroValues values;
    private final Journal journal;
    private final Producer<String, byte[]> producer;
    private final KeyDirectory keys;
    private final Sealer sealer;

    Portal(Address address) {
        this.address = address;
        this.values = AvroValues.with(address.client());
        this.journal = new Journal(address.bootstrapServers(), topics(address), values);
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", address.bootstrapServers(), "acks", "all", "enable.idempotence", true),
                new StringSerializer(),
                new ByteArraySerializer());
        this.keys = new KeyDirectory(
                () -> Journal.consumer(address.bootstrapServers()),
                address.name(Topic.KEYS),
                values,
                address.fingerprints(),
                InstantSource.system());
        this.sealer = new HpkeSealer(keys, InstantSource.system());
        follow(keys);
    }

    private static void follow(KeyDirectory keys) {
        var read = new CountDownLatch(1);
        keys.start(read::countDown);
        try {
            read.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Difference("interrupted while reading the public keys");
        }
    }

    /** All but the codes on their way, which notification alone may read. */
    private static List<String> topics(Address address) {
        return Arrays.stream(Topic.values())
                .filter(topic -> topic != Topic.VERIFICATION_CODES)
                .flatMap(topic -> Stream.of(address.name(topic), topic.deadLetters(address.topicPrefix())))
                .toList();
    }

    String name(Topic topic) {
        return address.name(topic);
    }

    Sealer sealer() {
        return sealer;
    }

    Journal journal() {
        return journal;
    }

    /** The identity of a new command, alone or as part of a wish. */
    static CommandMetadata metadata(AggregateKey account) {
        var id = UUID.randomUUID();
        return new CommandMetadata(id, account.tenantId(), account.userId(), Instant.now(), id, null);
    }

    /** Returns when the broker has acknowledged it. */
    Sent send(Topic topic, CommandMetadata metadata, SpecificRecord command) {
        return sendTo(null, topic, metadata, command);
    }

    /** @param partition null for the one that is the key's */
    Sent sendTo(@Nullable Integer partition, Topic topic, CommandMetadata metadata, SpecificRecord command) {
        var nanos = System.nanoTime();
        var key = new AggregateKey(metadata.getTenantId(), metadata.getUserId()).value();
        var bytes = values.encode(address.name(topic), command);
        var place = sendBytes(address.name(topic), partition, key, bytes);
        return new Sent(metadata.getCommandId(), metadata.getCorrelationId(), command, key, bytes, place, nanos);
    }

    /** The very same record again. */
    Sent repeats(Sent sent) {
        var again = sendBytes(sent.place().topic(), null, sent.key(), sent.bytes());
        return new Sent(sent.id(), sent.wish(), sent.command(), sent.key(), sent.bytes(), again, System.nanoTime());
    }

    /** Whatever bytes. */
    RecordMetadata sendBytes(Topic topic, String key, byte[] value) {
        return sendBytes(address.name(topic), null, key, value);
    }

    private RecordMetadata sendBytes(String topic, @Nullable Integer partition, String key, byte[] value) {
        try {
            return producer.send(new ProducerRecord<>(topic, partition, key, value))
                    .get();
        } catch (ExecutionException e) {
            throw new Difference("expected " + topic + " to take a record: " + e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Difference("interrupted while sending");
        }
    }

    /** The one event that answers the command. */
    Observed awaitsReply(Sent sent) {
        return journal.await("a reply to " + sent, seen -> seen.answers(sent.id()));
    }

    /** The first event of this type that follows from the command. */
    Observed awaits(Class<? extends SpecificRecord> type, Sent cause) {
        return journal.await(
                type.getSimpleName() + " after " + cause, seen -> seen.is(type) && seen.follows(cause.wish()));
    }

    /** As many records of this type as follow from the command, as soon as they are there. */
    List<Observed> awaitsAll(Class<? extends SpecificRecord> type, int count, Sent cause) {
        return journal.awaitAll(
                count + " " + type.getSimpleName() + " after " + cause,
                count,
                seen -> seen.is(type) && seen.follows(cause.wish()));
    }

    /** Returns when every service has read all there is, and all that followed was seen here. */
    void awaitsQuiet() {
        try (var lag = new Lag(address)) {
            lag.awaitNone();
        }
        journal.catchUp();
    }

    @Override
    public void close() throws InterruptedException {
        producer.close();
        keys.close();
        journal.close();
        values.close();
    }
}
