package io.latchkey.embedded.demo;

import io.latchkey.messaging.avro.AvroValues;
import io.latchkey.messaging.sealing.HpkeSealer;
import io.latchkey.messaging.sealing.Sealer;
import io.latchkey.schemas.CommandMetadata;
import io.latchkey.schemas.topics.Topic;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * An upstream portal: publishes commands and sees what came of them. It knows the topics, the contracts and the public
 * keys, and nothing of the services behind them.
 */
final class Portal implements AutoCloseable {

    private final Address address;
    private final AvroValues values;
    private final Journal journal;
    private final Producer<String, byte[]> producer;
    private final Sealer sealer;

    Portal(Address address) {
        this.address = address;
        this.values = AvroValues.with(address.client());
        this.journal = new Journal(address.bootstrapServers(), topics(address), values);
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", address.bootstrapServers(), "acks", "all", "enable.idempotence", true),
                new StringSerializer(),
                new ByteArraySerializer());
        this.sealer = new HpkeSealer(new PublicKeys(journal), InstantSource.system());
    }

    /** All but the codes on their way, which notification alone may read. */
    private static List<String> topics(Address address) {
        return Arrays.stream(Topic.values())
                .filter(topic -> topic != Topic.VERIFICATION_CODES)
                .map(address::name)
                .flatMap(name -> Stream.of(name, name + ".dlt"))
                .toList();
    }

    Sealer sealer() {
        return sealer;
    }

    Journal journal() {
        return journal;
    }

    /** The identity of a new command, alone or as part of a wish. */
    static CommandMetadata metadata(io.latchkey.messaging.decision.AggregateKey account) {
        var id = UUID.randomUUID();
        return new CommandMetadata(id, account.tenantId(), account.userId(), Instant.now(), id, null);
    }

    /** Returns when the broker has acknowledged it. */
    Sent send(Topic topic, CommandMetadata metadata, SpecificRecord command) {
        var nanos = System.nanoTime();
        var key = metadata.getTenantId() + "/" + metadata.getUserId();
        var place = sendBytes(topic, key, values.encode(address.name(topic), command));
        return new Sent(metadata.getCommandId(), metadata.getCorrelationId(), command, place, nanos);
    }

    /** Whatever bytes. */
    RecordMetadata sendBytes(Topic topic, String key, byte[] value) {
        try {
            return producer.send(new ProducerRecord<>(address.name(topic), key, value))
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
        return awaits(type, seen -> seen.follows(cause.wish()), "after " + cause);
    }

    private Observed awaits(Class<? extends SpecificRecord> type, Predicate<Observed> wanted, String what) {
        return journal.await(type.getSimpleName() + " " + what, seen -> seen.is(type) && wanted.test(seen));
    }

    @Override
    public void close() throws InterruptedException {
        producer.close();
        journal.close();
        values.close();
    }
}
