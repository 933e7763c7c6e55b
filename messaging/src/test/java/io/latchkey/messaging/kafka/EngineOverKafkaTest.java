package io.latchkey.messaging.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClients;
import io.latchkey.infrastructure.broker.EmbeddedBroker;
import io.latchkey.infrastructure.database.EmbeddedDatabase;
import io.latchkey.schemas.topics.Party;
import io.latchkey.schemas.topics.Topic;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The engine on a real broker: several instances, rebalances, outages, and records in the wrong place. */
class EngineOverKafkaTest {

    private static EmbeddedBroker broker;

    @TempDir
    private Path directory;

    private final Inputs inputs = Inputs.of(Party.REGISTRATION, Topic.REGISTRATION_COMMANDS, Topic.VERIFICATION_EVENTS);
    private final Topics topics = new Topics("t" + UUID.randomUUID() + ".", 6, (short) 1, 1, false);
    private final List<TallyInstance> instances = new ArrayList<>();
    private EmbeddedDatabase database;
    private KafkaSettings settings;
    private TallyPortal portal;

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
        try (var admin = Admin.create(settings.common())) {
            TopicCreation.createMissing(admin, topics);
        }
        portal = new TallyPortal(settings, topics);
    }

    @AfterEach
    void stop() {
        instances.forEach(TallyInstance::close);
        portal.close();
        database.close();
    }

    @Test
    void twoInstancesAnswerEachCommandOnceWhileOneLeavesAndAnotherComes() throws Exception {
        var first = instance();
        instance();
        portal.send(300);
        await().until(() -> portal.replies().size() > 10);
        first.close();
        portal.send(300);
        instance();

        portal.awaitReplies(600);
        portal.assertEachReplyOnceAndInOrder(600);
    }

    @Test
    void aRecordOnTheWrongPartitionIsHandledAndCounted() throws Exception {
        var instance = instance();
        portal.send("user1", null);
        for (int partition = 0; partition < 6; partition++) {
            portal.send("user1", partition);
        }

        portal.awaitReplies(7);
        portal.assertEachReplyOnceAndInOrder(7);
        assertThat(instance.meters()
                        .counter("latchkey.misplaced.records", "latchkey.service", inputs.service())
                        .count())
                .isEqualTo(5);
    }

    @Test
    void aDatabaseThatIsDownIsWaitedForAndNothingBecomesADeadLetter() throws Exception {
        var instance = instance();
        portal.send(20);
        portal.awaitReplies(20);
        int port = Integer.parseInt(database.uri().replaceAll(".*:(\\d+).*", "$1"));
        database.close();

        portal.send(20);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> instance.status().reason().isPresent());
        assertThat(instance.status().reason().orElseThrow()).contains("MongoDB");
        database = EmbeddedDatabase.start(directory.resolve("database"), port);

        portal.awaitReplies(40);
        await().until(() -> instance.status().reason().isEmpty());
        portal.assertEachReplyOnceAndInOrder(40);
        assertThat(portal.end(topics.name(Topic.REGISTRATION_COMMANDS) + ".dlt"))
                .isZero();
    }

    @Test
    void aRestartedServiceStartsFromItsWatermarkAndEmitsNothingAgain() throws Exception {
        instance().awaitStarted();
        portal.send(50);
        portal.awaitReplies(50);
        instances.removeLast().close();

        instance().awaitStarted();
        portal.send(1);

        portal.awaitReplies(51);
        assertThat(portal.end(topics.name(Topic.REGISTRATION_EVENTS))).isEqualTo(51);
    }

    @Test
    void whatAServiceHasReadIsCommittedWhenItStops() throws Exception {
        var instance = instance();
        var sending = new FutureTask<@Nullable Void>(() -> {
            portal.send(1_000);
            return null;
        });
        Thread.ofVirtual().start(sending);
        await().until(() -> portal.replies().size() > 10);

        instance.close();

        try (var client = MongoClients.create(database.uri())) {
            awaitCommitted(TallyInstance.store(client).progress().delivered().values().stream()
                    .mapToInt(offset -> Math.toIntExact(offset + 1))
                    .sum());
        }
        sending.get();
    }

    @Test
    void whatAServiceReadAndWasKilledBeforeCommittingIsCommittedWhenItStartsAgain() throws Exception {
        instance();
        portal.send(30);
        portal.awaitReplies(30);
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
        portal.send("user1", 0);
        portal.awaitReplies(1);
        instances.removeLast().close();
        try (var client = MongoClients.create(database.uri())) {
            var store = TallyInstance.store(client);
            var delivered = store.progress().delivered().keySet().iterator().next();
            store.raise(Map.of(delivered, 1000L));
        }

        var again = instance();

        await().atMost(Duration.ofSeconds(20))
                .until(() -> again.status().reason().orElse("").contains("where reading was to go on"));
    }

    @Test
    void aDatabaseThatIsOlderThanTheLogIsCaughtUpWithTheSameEvents() throws Exception {
        instance();
        portal.send(30);
        portal.awaitReplies(30);
        awaitCommitted(30);
        instances.removeLast().close();
        try (var client = MongoClients.create(database.uri())) {
            client.getDatabase("tally").drop();
        }

        instance();
        portal.send(10);

        portal.awaitReplies(40);
        portal.assertEachReplyOnceAndInOrder(40);
        try (var client = MongoClients.create(database.uri())) {
            assertThat(TallyInstance.store(client).progress().restoredAt()).isAfter(Instant.EPOCH);
        }
    }

    @Test
    void aTopicThatWasCreatedAnewIsReadFromItsBeginning() throws Exception {
        instance();
        portal.send("user1", 0);
        portal.send("user1", 0);
        portal.awaitReplies(2);
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
        portal.send("user1", 0);

        portal.awaitReplies(3);
        portal.assertEachReplyOnceAndInOrder(3);
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

    @Test
    void topicsWithTooFewReplicasAreNotReadFrom() {
        var demanding = new Topics(topics.prefix(), 6, (short) 3, 2, false);

        var instance = instance(demanding);

        await().atMost(Duration.ofSeconds(20))
                .until(() -> instance.status().reason().orElse("").contains("replication-factor asks for 3"));
    }

    private TallyInstance instance() {
        return instance(topics);
    }

    private TallyInstance instance(Topics demanded) {
        var instance = new TallyInstance(inputs, demanded, settings, database.uri());
        instances.add(instance);
        return instance;
    }
}
