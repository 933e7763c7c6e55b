package io.latchkey.messaging.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.latchkey.infrastructure.Ports;
import io.latchkey.infrastructure.broker.EmbeddedBroker;
import io.latchkey.infrastructure.registry.EmbeddedRegistry;
import io.latchkey.messaging.avro.AvroValues;
import io.latchkey.messaging.engine.OutageException;
import io.latchkey.schemas.CodeVerified;
import io.latchkey.schemas.EventMetadata;
import io.latchkey.schemas.Policy;
import io.latchkey.schemas.PolicyDefined;
import io.latchkey.schemas.topics.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Following a compacted topic on a real broker; what is read of a policy is the length of its codes. */
class PolicyDirectoryTest {

    private static final String CONTOSO = "contoso";
    private static final Instant EPOCH = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant LATER_EPOCH = EPOCH.plusSeconds(1);
    private static final int WITHOUT_POLICY = 6;
    private static final int UNREADABLE = 13;
    private static final Map<String, String> COMPACTED_AT_ONCE = Map.of(
            "cleanup.policy", "compact",
            "segment.ms", "100",
            "min.cleanable.dirty.ratio", "0.001",
            "max.compaction.lag.ms", "100");

    private static EmbeddedBroker broker;
    private static EmbeddedRegistry registry;
    private static AvroValues values;
    private static Admin admin;
    private static KafkaProducer<byte[], byte[]> registration;

    private final Topics topics = new Topics("t" + UUID.randomUUID() + ".", 3, (short) 1, 1, false);
    private final String topic = topics.name(Topic.POLICIES);
    private final List<AutoCloseable> opened = new ArrayList<>();

    @BeforeAll
    static void startBroker() throws Exception {
        broker = EmbeddedBroker.ephemeral();
        registry = EmbeddedRegistry.inMemory();
        values = AvroValues.with(Map.of("schema.registry.url", registry.url()));
        var address = Map.<String, Object>of("bootstrap.servers", broker.bootstrapServers());
        admin = Admin.create(address);
        registration = new KafkaProducer<>(address, new ByteArraySerializer(), new ByteArraySerializer());
        compactSoon();
    }

    /** The cleaner would look for something to compact every 15 seconds. */
    private static void compactSoon() throws Exception {
        var often = new AlterConfigOp(new ConfigEntry("log.cleaner.backoff.ms", "100"), AlterConfigOp.OpType.SET);
        var allBrokers = new ConfigResource(ConfigResource.Type.BROKER, "");
        admin.incrementalAlterConfigs(Map.of(allBrokers, List.of(often))).all().get();
    }

    @AfterAll
    static void stopBroker() throws Exception {
        registration.close();
        admin.close();
        broker.close();
        values.close();
        registry.close();
    }

    @AfterEach
    void closeEverything() throws Exception {
        for (var each : opened.reversed()) {
            each.close();
        }
    }

    @BeforeEach
    void aFreshTopic() throws Exception {
        admin.createTopics(List.of(new NewTopic(topic, 3, (short) 1))).all().get();
    }

    @Test
    void nothingCanBeLookedUpBeforeTheTopicWasRead() {
        var policies = directory();
        assertThat(policies.problem()).contains("the policies topic was not read to its end yet");
        assertThatThrownBy(() -> policies.of(CONTOSO))
                .isInstanceOf(OutageException.class)
                .hasMessageContaining("policies");
    }

    @Test
    void anEmptyTopicIsReadAtOnceAndEverybodyHasTheDefaults() {
        assertThat(started().of(CONTOSO)).isEqualTo(WITHOUT_POLICY);
    }

    @Test
    void whatWasThereAtTheStartIsKnownWhenReady() throws Exception {
        put(defined(1, 7));
        put(defined("fabrikam", EPOCH, 1, 10));
        var policies = started();
        assertThat(policies.of(CONTOSO)).isEqualTo(7);
        assertThat(policies.of("fabrikam")).isEqualTo(10);
        assertThat(policies.of("adatum")).isEqualTo(WITHOUT_POLICY);
    }

    @Test
    void theNewestOfSeveralVersionsWins() throws Exception {
        put(defined(1, 7));
        put(defined(2, 8));
        put(defined(3, 9));
        assertThat(started().of(CONTOSO)).isEqualTo(9);
    }

    @Test
    void theNewestWinsOnceTheOthersAreCompactedAway() throws Exception {
        var compacted = topics("compacted.");
        var name = compacted.name(Topic.POLICIES);
        admin.createTopics(List.of(new NewTopic(name, 1, (short) 1).configs(COMPACTED_AT_ONCE)))
                .all()
                .get();
        for (int version = 1; version <= 3; version++) {
            send(name, CONTOSO, values.encode(name, defined(version, 6 + version)));
        }
        await().atMost(Duration.ofSeconds(60)).until(() -> versionsOfContoso(name) == 1);
        var policies = directory(compacted, values, broker.bootstrapServers());
        policies.start();
        await().until(() -> policies.problem().isEmpty());
        assertThat(policies.of(CONTOSO)).isEqualTo(9);
    }

    @Test
    void whatIsDefinedLaterIsLearned() throws Exception {
        put(defined(1, 7));
        var policies = started();
        put(defined(2, 8));
        awaitLength(policies, 8);
    }

    @Test
    void anOlderOneThatArrivesLaterChangesNothing() throws Exception {
        put(defined(3, 9));
        put(defined(2, 8));
        put(defined(CONTOSO, EPOCH.minusSeconds(1), 7, 7));
        var policies = started();
        assertThat(policies.of(CONTOSO)).isEqualTo(9);
        put(defined(1, 7));
        put(defined("fabrikam", EPOCH, 1, 10));
        await().untilAsserted(() -> assertThat(policies.of("fabrikam")).isEqualTo(10));
        assertThat(policies.of(CONTOSO)).isEqualTo(9);
    }

    @Test
    void aLaterEpochCountsFromTheStart() throws Exception {
        put(defined(CONTOSO, EPOCH, 7, 9));
        put(defined(CONTOSO, LATER_EPOCH, 1, 8));
        assertThat(started().of(CONTOSO)).isEqualTo(8);
    }

    @Test
    void aRepeatOfTheSameValueIsTheSameValue() throws Exception {
        put(defined(1, 7));
        put(defined(1, 7));
        assertThat(started().of(CONTOSO)).isEqualTo(7);
    }

    @Test
    void aTombstoneTakesAPolicyAwayAndNothingOlderBringsItBack() throws Exception {
        put(defined(1, 7));
        var policies = started();
        tombstone(new ValueOrder(EPOCH, 2));
        awaitLength(policies, WITHOUT_POLICY);
        put(defined(1, 7));
        put(defined("fabrikam", EPOCH, 1, 10));
        await().untilAsserted(() -> assertThat(policies.of("fabrikam")).isEqualTo(10));
        assertThat(policies.of(CONTOSO)).isEqualTo(WITHOUT_POLICY);
    }

    @Test
    void anOldTombstoneTakesNothingAway() throws Exception {
        put(defined(3, 9));
        tombstone(new ValueOrder(EPOCH, 2));
        assertThat(started().of(CONTOSO)).isEqualTo(9);
    }

    @Test
    void whatCannotBeReadIsSkippedOnceAndLeavesWhatWasKnown() throws Exception {
        put(defined(1, 7));
        send(CONTOSO, new byte[] {1, 2, 3});
        send(CONTOSO, null);
        send(null, values.encode(topic, defined(2, 8)));
        send("fabrikam", values.encode(topic, defined(2, 8)));
        send(CONTOSO, values.encode(topic, new CodeVerified(metadata(CONTOSO, EPOCH, 9), id(), id())));
        put(defined(3, UNREADABLE));
        put(defined(4, 8));
        var warnings = warnings();
        var outages = new AtomicInteger();
        var view = view(broker::bootstrapServers, outages, 2);
        view.start();
        await().untilAsserted(() -> assertThat(view.problem()).isEmpty());
        assertThat(view.value(CONTOSO)).contains(8);
        assertThat(warnings.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .extracting(line -> line.substring(line.indexOf(": ") + 2))
                .satisfiesExactlyInAnyOrder(
                        line -> assertThat(line).isEqualTo("MALFORMED"),
                        line -> assertThat(line).isEqualTo("NO_EPOCH_OR_SEQUENCE"),
                        line -> assertThat(line).isEqualTo("NO_KEY"),
                        line -> assertThat(line).isEqualTo("KEY_MISMATCH"),
                        line -> assertThat(line).isEqualTo("UNEXPECTED_TYPE"),
                        line -> assertThat(line).startsWith("READING_FAILED: java.lang.IllegalArgumentException"));
    }

    private ListAppender<ILoggingEvent> warnings() {
        var lines = new ListAppender<ILoggingEvent>();
        var logger = (Logger) LoggerFactory.getLogger(SkippedRecords.class);
        lines.start();
        logger.addAppender(lines);
        opened.add(() -> logger.detachAppender(lines));
        return lines;
    }

    @Test
    void aTopicThatIsMissingIsWaitedFor() throws Exception {
        var late = topics("late.");
        var policies = directory(late, values, broker.bootstrapServers());
        policies.start();
        await().untilAsserted(() -> assertThat(policies.problem())
                .hasValueSatisfying(
                        reason -> assertThat(reason).contains(late.name(Topic.POLICIES) + " does not exist")));
        assertThatThrownBy(() -> policies.of(CONTOSO)).isInstanceOf(OutageException.class);
        admin.createTopics(List.of(new NewTopic(late.name(Topic.POLICIES), 1, (short) 1)))
                .all()
                .get();
        await().until(() -> policies.problem().isEmpty());
    }

    @Test
    void aBrokerThatIsAwayAtTheStartIsWaitedFor() throws Exception {
        put(defined(1, 7));
        var address = new AtomicReference<>(Ports.LOOPBACK + ":" + Ports.orFree(0));
        var view = view(address::get, new AtomicInteger(), 0);
        view.start();
        await().untilAsserted(() -> assertThat(view.problem())
                .hasValueSatisfying(reason -> assertThat(reason).contains("TimeoutException")));
        assertThatThrownBy(() -> view.value(CONTOSO)).isInstanceOf(OutageException.class);
        address.set(broker.bootstrapServers());
        await().untilAsserted(() -> assertThat(view.problem()).isEmpty());
        assertThat(view.value(CONTOSO)).contains(7);
    }

    @Test
    void whatWasKnownStaysInUseThroughAnOutageAndIsReadAnewAfterIt() throws Exception {
        put(defined(1, 7));
        var outages = new AtomicInteger();
        var view = view(broker::bootstrapServers, outages, 2);
        view.start();
        await().until(() -> view.problem().isEmpty());
        put(defined(2, 8));
        await().until(() -> outages.get() > 0);
        assertThat(view.value(CONTOSO)).contains(7);
        await().untilAsserted(() -> assertThat(view.value(CONTOSO)).contains(8));
        assertThat(outages).hasValue(2);
    }

    @Test
    void aRegistryThatDoesNotAnswerIsWaitedFor() throws Exception {
        put(defined(1, 7));
        var dead = EmbeddedRegistry.inMemory();
        var url = dead.url();
        dead.close();
        var policies = directory(
                topics, opened(AvroValues.with(Map.of("schema.registry.url", url))), broker.bootstrapServers());
        policies.start();
        await().untilAsserted(() -> assertThat(policies.problem())
                .hasValueSatisfying(reason -> assertThat(reason).contains("registry")));
        assertThatThrownBy(() -> policies.of(CONTOSO)).isInstanceOf(OutageException.class);
    }

    @Test
    void closingEndsTheThread() {
        var policies = started();
        policies.close();
        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(thread -> thread.getName().equals("latchkey-policies"));
    }

    private Topics topics(String more) {
        return new Topics(topics.prefix() + more, 1, (short) 1, 1, false);
    }

    private PolicyDirectory<Integer> directory() {
        return directory(topics, values, broker.bootstrapServers());
    }

    private PolicyDirectory<Integer> directory(Topics of, AvroValues by, String address) {
        return opened(
                PolicyDirectory.following(settings(address), of, by, PolicyDirectoryTest::length, WITHOUT_POLICY));
    }

    /** Something that reading needs does not answer, this many times, when codes of 8 digits are read. */
    private CompactedView<Integer> view(Supplier<String> address, AtomicInteger outages, int most) {
        return opened(new CompactedView<>(
                "policies",
                topic,
                () -> new KafkaConsumer<>(settings(address.get()).reader()),
                values,
                record -> {
                    if (record instanceof PolicyDefined && length(record) == 8 && outages.get() < most) {
                        outages.incrementAndGet();
                        throw new OutageException("something does not answer");
                    }
                    return record instanceof PolicyDefined ? Optional.of(length(record)) : Optional.empty();
                }));
    }

    private PolicyDirectory<Integer> started() {
        var policies = directory();
        policies.start();
        await().until(() -> policies.problem().isEmpty());
        return policies;
    }

    private static void awaitLength(PolicyDirectory<Integer> policies, int length) {
        await().untilAsserted(() -> assertThat(policies.of(CONTOSO)).isEqualTo(length));
    }

    private static KafkaSettings settings(String address) {
        return new KafkaSettings(Map.of("bootstrap.servers", address, "default.api.timeout.ms", 2_000));
    }

    private <T extends AutoCloseable> T opened(T resource) {
        opened.add(resource);
        return resource;
    }

    private static int length(SpecificRecord record) {
        int length = ((PolicyDefined) record).getPolicy().getCodeLength();
        if (length == UNREADABLE) {
            throw new IllegalArgumentException("no such length");
        }
        return length;
    }

    private static PolicyDefined defined(long sequence, int codeLength) {
        return defined(CONTOSO, EPOCH, sequence, codeLength);
    }

    private static PolicyDefined defined(String tenant, Instant epoch, long sequence, int codeLength) {
        var policy = Policy.newBuilder().setCodeLength(codeLength).build();
        return new PolicyDefined(metadata(tenant, epoch, sequence), sequence, policy, id());
    }

    private static EventMetadata metadata(String tenant, Instant epoch, long sequence) {
        return EventMetadata.newBuilder()
                .setEventId(id())
                .setTenantId(tenant)
                .setUserId("")
                .setSequence(sequence)
                .setEpoch(epoch)
                .setOccurredAt(epoch)
                .setCorrelationId(id())
                .build();
    }

    private static UUID id() {
        return UUID.randomUUID();
    }

    private void put(PolicyDefined policy) throws Exception {
        send(policy.getMetadata().getTenantId(), values.encode(topic, policy));
    }

    private void tombstone(ValueOrder order) throws Exception {
        var record = new ProducerRecord<byte[], byte[]>(topic, CONTOSO.getBytes(UTF_8), null);
        order.headers().forEach(header -> record.headers().add(header.name(), header.value()));
        registration.send(record).get();
    }

    private void send(@Nullable String key, byte @Nullable [] value) throws Exception {
        send(topic, key, value);
    }

    private static void send(String to, @Nullable String key, byte @Nullable [] value) throws Exception {
        registration
                .send(new ProducerRecord<>(to, key == null ? null : key.getBytes(UTF_8), value))
                .get();
    }

    /** Only a closed segment is compacted, and it takes a further record to close one. */
    private static long versionsOfContoso(String name) throws Exception {
        send(name, "fabrikam", values.encode(name, defined("fabrikam", EPOCH, 1, 10)));
        try (var consumer = new KafkaConsumer<byte[], byte[]>(
                settings(broker.bootstrapServers()).reader())) {
            var partition = new TopicPartition(name, 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            return consumer.poll(Duration.ofSeconds(5)).records(partition).stream()
                    .filter(record -> new String(record.key(), UTF_8).equals(CONTOSO))
                    .count();
        }
    }
}
