package io.latchkey.messaging.sealing;

import static io.latchkey.schemas.KeyOwner.NOTIFICATION;
import static io.latchkey.schemas.KeyOwner.REGISTRATION;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.latchkey.infrastructure.broker.EmbeddedBroker;
import io.latchkey.infrastructure.registry.EmbeddedRegistry;
import io.latchkey.messaging.avro.AvroValues;
import io.latchkey.messaging.engine.OutageException;
import io.latchkey.messaging.engine.OutputRecord;
import io.latchkey.schemas.PublicKey;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KeyDirectoryTest {

    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
    private static final SealingKeys KEYS = SealingKeys.generate(REGISTRATION);

    private static EmbeddedBroker broker;
    private static EmbeddedRegistry registry;
    private static AvroValues values;
    private static Admin admin;
    private static KafkaProducer<byte[], byte[]> producer;

    private final String topic = "keys-" + UUID.randomUUID();
    private final List<AutoCloseable> opened = new ArrayList<>();

    @BeforeAll
    static void startBroker() {
        broker = EmbeddedBroker.ephemeral();
        registry = EmbeddedRegistry.inMemory();
        values = AvroValues.with(Map.of("schema.registry.url", registry.url()));
        var address = Map.<String, Object>of("bootstrap.servers", broker.bootstrapServers());
        admin = Admin.create(address);
        producer = new KafkaProducer<>(address, new ByteArraySerializer(), new ByteArraySerializer());
    }

    @AfterAll
    static void stopBroker() throws Exception {
        producer.close();
        admin.close();
        broker.close();
        values.close();
        registry.close();
    }

    @BeforeEach
    void aFreshTopic() throws Exception {
        admin.createTopics(List.of(new NewTopic(topic, 3, (short) 1))).all().get();
    }

    @AfterEach
    void closeDirectories() throws Exception {
        for (var each : opened) {
            each.close();
        }
    }

    @Test
    void nothingIsKnownBeforeTheTopicWasRead() {
        var directory = directory(topic);
        assertThat(directory.ready()).isFalse();
        assertThat(directory.keys()).isEmpty();
        assertThatThrownBy(() -> directory.current(REGISTRATION)).isInstanceOf(OutageException.class);
    }

    @Test
    void whatWasThereAtTheStartIsKnownWhenReady() throws Exception {
        put(KEYS.primary());
        assertThat(started().current(REGISTRATION)).isEqualTo(KEYS.primary());
    }

    @Test
    void anEmptyTopicIsReadAtOnce() {
        var directory = started();
        assertThatThrownBy(() -> directory.current(NOTIFICATION))
                .isInstanceOf(OutageException.class)
                .hasMessageContaining("NOTIFICATION");
    }

    @Test
    void whatIsAnnouncedLaterIsLearned() throws Exception {
        var directory = started();
        put(KEYS.primary());
        awaitCurrent(directory);
    }

    @Test
    void aTombstoneWithdrawsAKey() throws Exception {
        put(KEYS.primary());
        var directory = started();
        put(KEYS.primary().keyId(), null);
        await().untilAsserted(() -> assertThat(directory.keys()).isEmpty());
    }

    @Test
    void malformedRecordsAreSkipped() throws Exception {
        put("garbage", new byte[] {1, 2, 3});
        put("another id", bytes(KEYS.primary()));
        put(null, bytes(KEYS.primary()));
        put(null, null);
        put(KEYS.primary());
        assertThat(started().keys()).extracting(AnnouncedKey::key).containsExactly(KEYS.primary());
    }

    @Test
    void aServiceAnnouncesItsKeyOnce() throws Exception {
        var announcing = announcing();
        awaitCurrent(announcing);
        var again = announcing();
        await().until(again::ready);
        assertThat(records()).isEqualTo(1);
    }

    @Test
    void aTopicThatIsMadeLaterIsFound() throws Exception {
        var late = topic + "-late";
        var directory = directory(late);
        directory.start(() -> {});
        admin.createTopics(List.of(new NewTopic(late, 1, (short) 1))).all().get();
        await().until(directory::ready);
    }

    @Test
    void closingEndsTheThread() {
        var directory = started();
        directory.close();
        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(thread -> thread.getName().equals("latchkey-keys"));
    }

    private KeyDirectory directory(String from) {
        var directory = new KeyDirectory(
                () -> new KafkaConsumer<>(
                        Map.of("bootstrap.servers", broker.bootstrapServers(), "enable.auto.commit", false),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer()),
                from,
                values,
                List.of(),
                () -> NOW);
        opened.add(directory);
        return directory;
    }

    private KeyDirectory started() {
        var directory = directory(topic);
        directory.start(() -> {});
        await().until(directory::ready);
        return directory;
    }

    private KeyDirectory announcing() {
        var directory = directory(topic);
        var announcement = new KeyAnnouncement(KEYS, directory, this::send, values, topic, () -> NOW);
        directory.start(announcement::announce);
        return directory;
    }

    private static void awaitCurrent(KeyDirectory directory) {
        await().ignoreException(OutageException.class)
                .untilAsserted(() -> assertThat(directory.current(REGISTRATION)).isEqualTo(KEYS.primary()));
    }

    private void put(RecipientKey key) throws Exception {
        put(key.keyId(), bytes(key));
    }

    private void put(@Nullable String key, byte @Nullable [] value) throws Exception {
        producer.send(new ProducerRecord<>(topic, key == null ? null : key.getBytes(UTF_8), value))
                .get();
    }

    private void send(List<OutputRecord> records) {
        var sent = records.stream()
                .map(record -> producer.send(new ProducerRecord<>(record.topic(), record.key(), record.value())))
                .toList();
        await().until(() -> sent.stream().allMatch(Future::isDone));
    }

    private long records() throws Exception {
        var partitions = List.of(0, 1, 2).stream()
                .collect(Collectors.toMap(number -> new TopicPartition(topic, number), number -> OffsetSpec.latest()));
        return admin.listOffsets(partitions).all().get().values().stream()
                .mapToLong(ListOffsetsResultInfo::offset)
                .sum();
    }

    private byte[] bytes(RecipientKey key) {
        var announcement = new PublicKey(
                UUID.randomUUID(),
                NOW,
                key.keyId(),
                REGISTRATION,
                ByteBuffer.wrap(key.publicKey().toByteArray()),
                NOW);
        return values.encode(topic, announcement);
    }
}
