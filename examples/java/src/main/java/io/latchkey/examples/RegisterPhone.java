package io.latchkey.examples;

import io.latchkey.messaging.avro.AvroDeserializer;
import io.latchkey.messaging.avro.AvroSerializer;
import io.latchkey.messaging.avro.AvroValues;
import io.latchkey.messaging.decision.AggregateKey;
import io.latchkey.messaging.sealing.AssociatedData;
import io.latchkey.messaging.sealing.HpkeSealer;
import io.latchkey.messaging.sealing.KeyDirectory;
import io.latchkey.schemas.CommandMetadata;
import io.latchkey.schemas.CommandRejected;
import io.latchkey.schemas.EventMetadata;
import io.latchkey.schemas.KeyOwner;
import io.latchkey.schemas.MethodKind;
import io.latchkey.schemas.MethodRegistered;
import io.latchkey.schemas.PasswordManagement;
import io.latchkey.schemas.ProvisionAccount;
import io.latchkey.schemas.RegisterMethod;
import io.latchkey.schemas.topics.Topic;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * A portal in one file. It provisions an account, registers a phone for it and prints the reply; the code is then in the
 * inbox. Arguments: bootstrap servers, schema registry, user id, phone number; all have defaults that fit
 * {@code ./latchkey up}.
 */
public final class RegisterPhone {

    private static final String PREFIX = "latchkey.";

    private RegisterPhone() {}

    public static void main(String[] args) throws InterruptedException {
        var brokers = argument(args, 0, "127.0.0.1:19092");
        var registry = argument(args, 1, "http://127.0.0.1:19081");
        var account = new AggregateKey("example", argument(args, 2, "user-" + UUID.randomUUID()));
        var number = argument(args, 3, "+49 171 39200 15");

        // Kafka's own clients; the serializer speaks the Confluent wire format and knows Confluent's settings.
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                brokers,
                "schema.registry.url",
                registry,
                "specific.avro.reader",
                true,
                "enable.auto.commit",
                false,
                "acks",
                "all");
        var serializer = new AvroSerializer();
        serializer.configure(settings, false);
        var deserializer = new AvroDeserializer();
        deserializer.configure(settings, false);

        // What is personal is sealed for the one service that may read it, with its public key from the keys topic.
        // A portal in production pins the fingerprints that its operators were given: the fourth argument.
        var keys = new KeyDirectory(
                () -> new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer()),
                Topic.KEYS.name(PREFIX),
                new AvroValues(serializer, deserializer),
                List.of(),
                InstantSource.system());
        var keysAreRead = new CountDownLatch(1);
        keys.start(keysAreRead::countDown);
        keysAreRead.await();
        var sealer = new HpkeSealer(keys, InstantSource.system());

        try (keys;
                var producer = new KafkaProducer<String, Object>(settings, new StringSerializer(), serializer);
                var consumer = new KafkaConsumer<String, Object>(settings, new StringDeserializer(), deserializer)) {
            var events = Topic.REGISTRATION_EVENTS.name(PREFIX);
            consumer.assign(consumer.partitionsFor(events).stream()
                    .map(partition -> new TopicPartition(events, partition.partition()))
                    .toList());
            consumer.seekToEnd(consumer.assignment());
            consumer.assignment().forEach(consumer::position);

            // An administrator's portal does this when the account is made; without it: UNKNOWN_ACCOUNT.
            var provisioning = metadata(account);
            send(producer, Topic.ADMIN_COMMANDS, account, provision(provisioning, account));
            print(reply(consumer, provisioning.getCommandId()));

            var registering = metadata(account);
            var belongsTo = new AssociatedData(AssociatedData.DESTINATION, account, registering.getCommandId());
            var destination = sealer.seal(KeyOwner.REGISTRATION, belongsTo, number);
            var command = new RegisterMethod(registering, MethodKind.MOBILE_PHONE, null, destination);
            send(producer, Topic.REGISTRATION_COMMANDS, account, command);
            print(reply(consumer, registering.getCommandId()));
        }
    }

    private static CommandMetadata metadata(AggregateKey account) {
        var id = UUID.randomUUID();
        return new CommandMetadata(id, account.tenantId(), account.userId(), Instant.now(), id, null);
    }

    private static ProvisionAccount provision(CommandMetadata metadata, AggregateKey account) {
        return ProvisionAccount.newBuilder()
                .setMetadata(metadata)
                .setDirectoryObjectId("object of " + account.userId())
                .setEnabled(true)
                .setPasswordManagement(PasswordManagement.CLOUD)
                .setRegion("DE")
                .setLocale("en")
                .setTimeZone("Europe/Berlin")
                .build();
    }

    /** The key names the account; Kafka's default partitioner is the one that the topics are laid out for. */
    private static void send(
            KafkaProducer<String, Object> producer, Topic topic, AggregateKey account, SpecificRecord command) {
        producer.send(new ProducerRecord<>(topic.name(PREFIX), account.value(), command));
        producer.flush();
    }

    /** Exactly one event answers a command and carries its id. */
    private static SpecificRecord reply(KafkaConsumer<String, Object> consumer, UUID commandId) {
        while (true) {
            for (var event : consumer.poll(Duration.ofMillis(100))) {
                if (event.value() instanceof SpecificRecord record && answers(record, commandId)) {
                    return record;
                }
            }
        }
    }

    private static boolean answers(SpecificRecord event, UUID commandId) {
        return event.get(0) instanceof EventMetadata metadata && commandId.equals(metadata.getCommandId());
    }

    private static void print(SpecificRecord reply) {
        System.out.println(
                switch (reply) {
                    case MethodRegistered it -> "registered " + it.getMask() + ", method " + it.getMethodId();
                    case CommandRejected it -> "rejected: " + it.getReason() + ", " + it.getMessage();
                    default -> reply.getSchema().getName();
                });
    }

    private static String argument(String[] args, int index, String otherwise) {
        return args.length > index ? args[index] : otherwise;
    }
}
