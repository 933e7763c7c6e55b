package io.latchkey.messaging.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.latchkey.infrastructure.broker.EmbeddedBroker;
import io.latchkey.infrastructure.database.EmbeddedDatabase;
import io.latchkey.messaging.engine.Counters;
import io.latchkey.messaging.engine.Engine;
import io.latchkey.messaging.engine.EngineSecret;
import io.latchkey.messaging.engine.Tally;
import io.latchkey.messaging.mongo.AccountKeys;
import io.latchkey.messaging.mongo.MongoStore;
import io.latchkey.messaging.mongo.TallyStates;
import io.latchkey.schemas.topics.Party;
import io.latchkey.schemas.topics.Topic;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The engine on a real broker: several instances, rebalances, outages, and records in the wrong place. */
class EngineOverKafkaTest {

    private static final int ACCOUNTS = 20;

    private static EmbeddedBroker broker;

    @TempDir
    private Path directory;

    private final Inputs inputs = Inputs.of(Party.REGISTRATION, Topic.REGISTRATION_COMMANDS, Topic.VERIFICATION_EVENTS);
    private final Topics topics = new Topics("t" + UUID.randomUUID() + ".", 6, (short) 1, 1, false);
    private final List<Instance> instances = new ArrayList<>();
    private EmbeddedDatabase database;
    private KafkaSettings settings;
    private Producer<byte[], byte[]> portal;

    @BeforeAll
    static void startBroker() {
        broker = EmbeddedBroker.ephemeral();
    }

    @AfterAll
    static void stopBroker() throws Exception {
        broker.close();
    }

    @BeforeEach
    void start() {
        settings = new KafkaSettings(Map.of("bootstrap.servers", broker.bootstrapServers()));
        database = EmbeddedDatabase.start(directory.resolve("database"), 0);
        portal = new KafkaProducer<>(settings.producer());
        try (var admin = Admin.create(settings.common())) {
            TopicCreation.createMissing(admin, topics);
        }
    }

    @AfterEach
    void stop() {
        instances.forEach(Instance::close);
        portal.close();
        database.close();
    }

    @Test
    void twoInstancesAnswerEachCommandOnceWhileOneLeavesAndAnotherComes() throws Exception {
        var first = instance();
        instance();
        send(300);
        await().until(() -> replies().size() > 10);
        first.close();
        send(300);
        instance();

        awaitReplies(600);
        assertEachReplyOnceAndInOrder(600);
    }

    @Test
    void aRecordOnTheWrongPartitionIsHandledAndCounted() throws Exception {
        var instance = instance();
        send("user1", null);
        for (int partition = 0; partition < 6; partition++) {
            send("user1", partition);
        }

        awaitReplies(7);
        assertEachReplyOnceAndInOrder(7);
        assertThat(instance.meters
                        .counter("latchkey.misplaced.records", "latchkey.service", inputs.service())
                        .count())
                .isEqualTo(5);
    }

    @Test
    void aDatabaseThatIsDownIsWaitedForAndNothingBecomesADeadLetter() throws Exception {
        var instance = instance();
        send(20);
        awaitReplies(20);
        int port = Integer.parseInt(database.uri().replaceAll(".*:(\\d+).*", "$1"));
        database.close();

        send(20);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> instance.status.reason().isPresent());
        assertThat(instance.status.reason().orElseThrow()).contains("MongoDB");
        database = EmbeddedDatabase.start(directory.resolve("database"), port);

        awaitReplies(40);
        await().until(() -> instance.status.reason().isEmpty());
        assertEachReplyOnceAndInOrder(40);
        assertThat(end(topics.name(Topic.REGISTRATION_COMMANDS) + ".dlt")).isZero();
    }

    @Test
    void aRestartedServiceStartsFromItsWatermarkAndEmitsNothingAgain() throws Exception {
        instance().awaitStarted();
        send(50);
        awaitReplies(50);
        instances.removeLast().close();

        instance().awaitStarted();
        send(1);

        awaitReplies(51);
        assertThat(end(topics.name(Topic.REGISTRATION_EVENTS))).isEqualTo(51);
    }

    @Test
    void whatAServiceHasReadIsCommittedWhenItStops() throws Exception {
        var instance = instance();
        var sending = new FutureTask<@Nullable Void>(() -> {
            send(1_000);
            return null;
        });
        Thread.ofVirtual().start(sending);
        await().until(() -> replies().size() > 10);

        instance.close();

        try (var client = MongoClients.create(database.uri())) {
            awaitCommitted(store(client).progress().delivered().values().stream()
                    .mapToInt(offset -> Math.toIntExact(offset + 1))
                    .sum());
        }
        sending.get();
    }

    @Test
    void whatAServiceReadAndWasKilledBeforeCommittingIsCommittedWhenItStartsAgain() throws Exception {
        instance();
        send(30);
        awaitReplies(30);
        instances.removeLast().close();
        try (var admin = Admin.create(settings.common())) {
            var group = topics.group(inputs.service());
            await().ignoreExceptions()
                    .until(() -> admin.deleteConsumerGroups(List.of(group))
                            .all()
                            .thenApply(_ -> true)
                            .get(10, TimeUnit.SECONDS));
        }

        instance();

        awaitCommitted(30);
    }

    @Test
    void aLogThatEndsBeforeTheWatermarkIsNotReadAndSaysSo() throws Exception {
        var instance = instance();
        instance.awaitStarted();
        send("user1", 0);
        awaitReplies(1);
        instances.removeLast().close();
        try (var client = MongoClients.create(database.uri())) {
            var store = store(client);
            var delivered = store.progress().delivered().keySet().iterator().next();
            store.raise(Map.of(delivered, 1000L));
        }

        var again = instance();

        await().atMost(Duration.ofSeconds(20))
                .until(() -> again.status.reason().orElse("").contains("where reading was to go on"));
    }

    @Test
    void aDatabaseThatIsOlderThanTheLogIsCaughtUpWithTheSameEvents() throws Exception {
        instance();
        send(30);
        awaitReplies(30);
        awaitCommitted(30);
        instances.removeLast().close();
        try (var client = MongoClients.create(database.uri())) {
            client.getDatabase("tally").drop();
        }

        instance();
        send(10);

        awaitReplies(40);
        assertEachReplyOnceAndInOrder(40);
        try (var client = MongoClients.create(database.uri())) {
            assertThat(store(client).progress().restoredAt()).isAfter(Instant.EPOCH);
        }
    }

    @Test
    void aTopicThatWasCreatedAnewIsReadFromItsBeginning() throws Exception {
        instance();
        send("user1", 0);
        send("user1", 0);
        awaitReplies(2);
        instances.removeLast().close();
        try (var admin = Admin.create(settings.common())) {
            var name = topics.name(Topic.REGISTRATION_COMMANDS);
            admin.deleteTopics(List.of(name)).all().get(20, TimeUnit.SECONDS);
            await().ignoreExceptions().until(() -> {
                TopicCreation.createMissing(admin, topics);
                return admin.listTopics().names().get(20, TimeUnit.SECONDS).contains(name);
            });
        }

        instance();
        send("user1", 0);

        awaitReplies(3);
        assertEachReplyOnceAndInOrder(3);
    }

    /** What tells a restore from a first start: the group remembers that it was further. */
    private void awaitCommitted(int records) {
        try (var admin = Admin.create(settings.common())) {
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> admin
                                    .listConsumerGroupOffsets(topics.group(inputs.service()))
                                    .partitionsToOffsetAndMetadata()
                                    .get(10, TimeUnit.SECONDS)
                                    .values()
                                    .stream()
                                    .mapToLong(OffsetAndMetadata::offset)
                                    .sum()
                            >= records);
        }
    }

    private static MongoStore<Long> store(MongoClient client) {
        return new MongoStore<>(client.getDatabase("tally"), "tallies", new TallyStates(false), AccountKeys.none());
    }

    @Test
    void topicsWithTooFewReplicasAreNotReadFrom() {
        var demanding = new Topics(topics.prefix(), 6, (short) 3, 2, false);
        var instance = new Instance(demanding);
        instances.add(instance);

        await().atMost(Duration.ofSeconds(20))
                .until(() -> instance.status.reason().orElse("").contains("replication-factor asks for 3"));
    }

    private Instance instance() {
        var instance = new Instance(topics);
        instances.add(instance);
        return instance;
    }

    /** One process of the service. */
    private final class Instance implements AutoCloseable {
        private final MongoClient client = impatientClient(database.uri());
        private final Producer<byte[], byte[]> producer = new KafkaProducer<>(settings.batchProducer());
        private final IntakeStatus status = new IntakeStatus();
        private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
        private final IntakeConsumer consumer;

        Instance(Topics demanded) {
            var commits = new OffsetCommits();
            var log = new KafkaLog(producer, commits);
            var metrics = new EngineMetrics(meters, inputs.service());
            var engine = new Engine<>(
                    inputs.reader(topics),
                    new Tally(),
                    new Engine.Ports<>(new TextCodec(topics), store(client), Counters.none(), log, Runnable::run),
                    new EngineSecret(new byte[32]),
                    metrics);
            consumer = new IntakeConsumer(inputs, demanded, settings, engine, commits, status, metrics);
            consumer.start();
        }

        void awaitStarted() {
            await().atMost(Duration.ofSeconds(20)).until(() -> status.reason().isEmpty());
        }

        @Override
        public void close() {
            consumer.stop();
            producer.close();
            client.close();
        }
    }

    private static MongoClient impatientClient(String uri) {
        return MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(uri))
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(1, TimeUnit.SECONDS))
                .build());
    }

    private void send(int commands) throws Exception {
        for (int i = 0; i < commands; i++) {
            send("user" + i % ACCOUNTS, null);
        }
    }

    private void send(String user, @Nullable Integer partition) throws Exception {
        var value = (UUID.randomUUID() + " 1").getBytes(UTF_8);
        portal.send(new ProducerRecord<>(
                        topics.name(Topic.REGISTRATION_COMMANDS), partition, ("acme/" + user).getBytes(UTF_8), value))
                .get(10, TimeUnit.SECONDS);
    }

    private record Reply(String user, String eventId, String commandId, long sequence, long sum) {}

    private void awaitReplies(int distinct) {
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> replies().stream().distinct().count() >= distinct);
    }

    private void assertEachReplyOnceAndInOrder(int commands) {
        var distinct = replies().stream().distinct().toList();
        assertThat(distinct).hasSize(commands);
        assertThat(distinct.stream().map(Reply::commandId)).doesNotHaveDuplicates();
        var sums = new HashMap<String, Long>();
        for (var reply : distinct) {
            long next = sums.merge(reply.user(), 1L, Long::sum);
            assertThat(reply.sequence()).as(reply.user()).isEqualTo(next);
            assertThat(reply.sum()).as(reply.user()).isEqualTo(next);
        }
    }

    private List<Reply> replies() {
        var replies = new ArrayList<Reply>();
        try (var reader = new KafkaConsumer<byte[], byte[]>(settings.reader())) {
            var partitions = partitions(reader, topics.name(Topic.REGISTRATION_EVENTS));
            reader.assign(partitions);
            reader.seekToBeginning(partitions);
            var ends = reader.endOffsets(partitions);
            while (partitions.stream().anyMatch(p -> reader.position(p) < Objects.requireNonNull(ends.get(p)))) {
                for (var record : reader.poll(Duration.ofMillis(200))) {
                    var parts = new String(record.value(), UTF_8).split(" ", -1);
                    replies.add(new Reply(
                            new String(record.key(), UTF_8),
                            parts[0],
                            parts[1],
                            Long.parseLong(parts[2]),
                            Long.parseLong(parts[3])));
                }
            }
        }
        return replies;
    }

    private long end(String topic) {
        try (var reader = new KafkaConsumer<byte[], byte[]>(settings.reader())) {
            return reader.endOffsets(partitions(reader, topic)).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
        }
    }

    private static List<TopicPartition> partitions(KafkaConsumer<?, ?> reader, String topic) {
        return reader.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
    }
}
