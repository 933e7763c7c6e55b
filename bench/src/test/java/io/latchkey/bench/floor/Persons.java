package io.latchkey.bench.floor;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.latchkey.bench.work.Population;
import io.latchkey.messaging.avro.AvroValues;
import io.latchkey.messaging.avro.Value;
import io.latchkey.messaging.decision.AggregateKey;
import io.latchkey.messaging.sealing.AssociatedData;
import io.latchkey.messaging.sealing.HpkeSealer;
import io.latchkey.messaging.sealing.KeyDirectory;
import io.latchkey.messaging.sealing.Sealer;
import io.latchkey.schemas.Channel;
import io.latchkey.schemas.CommandMetadata;
import io.latchkey.schemas.KeyOwner;
import io.latchkey.schemas.MethodKind;
import io.latchkey.schemas.RegisterMethod;
import io.latchkey.schemas.SubmitCode;
import io.latchkey.schemas.topics.Topic;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import tools.jackson.databind.JsonNode;

/** Registers and submits codes as portals do, sealed with the keys that it finds on the topic, and reads what follows. */
final class Persons implements AutoCloseable {

    private final FloorArguments arguments;
    private final FloorSettings settings;
    private final AvroValues values;
    private final KeyDirectory keys;
    private final Sealer sealer;
    private final Producer<byte[], byte[]> producer;

    Persons(FloorArguments arguments, AvroValues values) {
        this.arguments = arguments;
        this.settings = new FloorSettings(arguments);
        this.values = values;
        this.keys = new KeyDirectory(
                () -> settings.consumer("persons"),
                Topic.KEYS.name(arguments.prefix()),
                values,
                List.of(),
                InstantSource.system());
        keys.start(() -> {});
        this.sealer = new HpkeSealer(keys, InstantSource.system());
        this.producer = settings.producer();
    }

    boolean ready() {
        return keys.ready();
    }

    void register(int number) {
        var metadata = command(Population.account(number));
        send(
                Topic.REGISTRATION_COMMANDS,
                metadata,
                RegisterMethod.newBuilder()
                        .setMetadata(metadata)
                        .setKind(MethodKind.MOBILE_PHONE)
                        .setChannel(Channel.SMS)
                        .setDestination(sealer.seal(
                                KeyOwner.REGISTRATION,
                                belongsTo(AssociatedData.DESTINATION, metadata),
                                Population.phone(number)))
                        .build());
    }

    /** Reads the code in the message and submits it. */
    void submit(JsonNode message) {
        var account = Population.account(Population.ofPhone(message.path("to").asString()));
        var text = message.path("text").asString();
        var metadata = command(account);
        var code = sealer.seal(
                KeyOwner.VERIFICATION,
                belongsTo(AssociatedData.CODE, metadata),
                text.substring(text.lastIndexOf(' ') + 1));
        send(
                Topic.VERIFICATION_COMMANDS,
                metadata,
                new SubmitCode(
                        metadata, UUID.fromString(message.path("idempotencyKey").asString()), code));
    }

    private static CommandMetadata command(AggregateKey account) {
        var id = UUID.randomUUID();
        return new CommandMetadata(
                id, account.tenantId(), account.userId(), Instant.now().truncatedTo(ChronoUnit.MILLIS), id, null);
    }

    private static AssociatedData belongsTo(String purpose, CommandMetadata metadata) {
        return new AssociatedData(
                purpose, new AggregateKey(metadata.getTenantId(), metadata.getUserId()), metadata.getCommandId());
    }

    private void send(Topic topic, CommandMetadata metadata, SpecificRecord command) {
        var key = new AggregateKey(metadata.getTenantId(), metadata.getUserId()).value();
        var name = topic.name(arguments.prefix());
        Sending.all(producer, List.of(new ProducerRecord<>(name, key.getBytes(UTF_8), values.encode(name, command))));
    }

    /** Everything on a topic. */
    List<ConsumerRecord<byte[], byte[]>> records(Topic topic) {
        try (var consumer = settings.consumer("reader")) {
            var partitions = IntStream.range(0, arguments.partitions())
                    .mapToObj(partition -> new TopicPartition(topic.name(arguments.prefix()), partition))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            return read(consumer, partitions);
        }
    }

    private static List<ConsumerRecord<byte[], byte[]>> read(
            Consumer<byte[], byte[]> consumer, List<TopicPartition> partitions) {
        var ends = consumer.endOffsets(partitions);
        var records = new ArrayList<ConsumerRecord<byte[], byte[]>>();
        while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.getOrDefault(each, 0L))) {
            var polled = consumer.poll(Duration.ofMillis(100));
            StreamSupport.stream(polled.spliterator(), false).forEach(records::add);
        }
        return records;
    }

    <T extends SpecificRecord> List<T> values(Topic topic, Class<T> type) {
        return records(topic).stream()
                .map(record -> ((Value.Record) values.decode(record.topic(), record.value())).record())
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    @Override
    public void close() {
        keys.close();
        producer.close();
    }
}
