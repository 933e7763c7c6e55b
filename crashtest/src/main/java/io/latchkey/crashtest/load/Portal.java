package io.latchkey.crashtest.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.latchkey.crashtest.checker.Digest;
import io.latchkey.crashtest.checker.Sent;
import io.latchkey.crashtest.checker.Sent.Kind;
import io.latchkey.crashtest.process.Site;
import io.latchkey.infrastructure.process.CannotRun;
import io.latchkey.messaging.avro.AvroValues;
import io.latchkey.messaging.decision.AggregateKey;
import io.latchkey.messaging.sealing.HpkeSealer;
import io.latchkey.messaging.sealing.KeyDirectory;
import io.latchkey.messaging.sealing.Sealer;
import io.latchkey.schemas.CommandMetadata;
import io.latchkey.schemas.topics.Topic;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Where persons and administrators publish: never waits for the broker, and writes down what that acknowledges. */
public final class Portal implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 60;

    private final Ledger ledger;
    private final AvroValues values;
    private final Producer<byte[], byte[]> producer;
    private final KeyDirectory keys;
    private final Sealer sealer;
    private final Feed feed;

    /** The services' keys must have been announced. */
    public Portal(Site site, Ledger ledger) {
        this.ledger = ledger;
        this.values = AvroValues.with(Map.of("schema.registry.url", site.schemaRegistry()));
        this.producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        site.bootstrapServers(),
                        "acks",
                        "all",
                        "enable.idempotence",
                        true,
                        "linger.ms",
                        5),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        this.keys = keys(site, values);
        this.sealer = new HpkeSealer(keys, InstantSource.system());
        this.feed = new Feed(
                site.bootstrapServers(),
                values,
                List.of(Topic.REGISTRATION_EVENTS.name(Site.PREFIX), Topic.VERIFICATION_EVENTS.name(Site.PREFIX)));
    }

    private static KeyDirectory keys(Site site, AvroValues values) {
        var keys = new KeyDirectory(
                () -> new KafkaConsumer<>(
                        Map.of("bootstrap.servers", site.bootstrapServers(), "enable.auto.commit", false),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer()),
                Topic.KEYS.name(Site.PREFIX),
                values,
                List.of(),
                InstantSource.system());
        var read = new CountDownLatch(1);
        keys.start(read::countDown);
        try {
            if (!read.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new CannotRun("the public keys cannot be read");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotRun("interrupted while reading the public keys", e);
        }
        return keys;
    }

    Sealer sealer() {
        return sealer;
    }

    Feed feed() {
        return feed;
    }

    Ledger ledger() {
        return ledger;
    }

    /** A record on its way, to be sent again as it is. */
    record Outgoing(Topic topic, CommandMetadata metadata, byte[] key, byte[] value) {}

    Outgoing send(Topic topic, CommandMetadata metadata, SpecificRecord command) {
        return send(Kind.COMMAND, topic, metadata, command);
    }

    Outgoing send(Kind kind, Topic topic, CommandMetadata metadata, SpecificRecord command) {
        var key = new AggregateKey(metadata.getTenantId(), metadata.getUserId())
                .value()
                .getBytes(UTF_8);
        var outgoing = new Outgoing(topic, metadata, key, values.encode(topic.name(Site.PREFIX), command));
        send(kind, outgoing);
        return outgoing;
    }

    void sendAgain(Outgoing outgoing) {
        send(Kind.COPY, outgoing);
    }

    private void send(Kind kind, Outgoing outgoing) {
        var name = outgoing.topic().name(Site.PREFIX);
        var number = ledger.sending(new Sent(
                kind,
                outgoing.metadata().getCommandId(),
                name.substring(Site.PREFIX.length()),
                new String(outgoing.key(), UTF_8),
                Digest.of(outgoing.value()),
                false));
        send(new ProducerRecord<>(name, outgoing.key(), outgoing.value()), number);
    }

    /** What nobody can read. */
    void sendGarbage(Topic topic, String key, byte[] value) {
        var name = topic.name(Site.PREFIX);
        var number = ledger.sending(new Sent(
                Kind.GARBAGE, Sent.NO_COMMAND, name.substring(Site.PREFIX.length()), key, Digest.of(value), false));
        send(new ProducerRecord<>(name, key.getBytes(UTF_8), value), number);
    }

    /** Whatever is on a topic once more: key, value and headers as they are. */
    public void copy(ConsumerRecord<byte[], byte[]> record) {
        producer.send(new ProducerRecord<>(record.topic(), null, null, record.key(), record.value(), record.headers()));
    }

    private void send(ProducerRecord<byte[], byte[]> record, int number) {
        producer.send(record, (place, failure) -> {
            if (failure == null) {
                ledger.acknowledged(number);
            }
        });
    }

    /** Returns when the broker has acknowledged everything, or given it up. */
    public void flush() {
        producer.flush();
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(5));
        keys.close();
        feed.close();
        values.close();
    }
}
