package io.latchkey.messaging.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.latchkey.infrastructure.broker.EmbeddedBroker;
import io.latchkey.infrastructure.registry.EmbeddedRegistry;
import io.latchkey.messaging.avro.AvroValues;
import io.latchkey.schemas.EventMetadata;
import io.latchkey.schemas.Policy;
import io.latchkey.schemas.PolicyDefined;
import io.latchkey.schemas.topics.Topic;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** A topic of policies on a real broker, made anew for each test; what is read of a policy is the length of its codes. */
abstract class PolicyTopic {

    static final String CONTOSO = "contoso";
    static final Instant EPOCH = Instant.parse("2026-01-01T00:00:00Z");
    static final int UNREADABLE = 13;

    static EmbeddedBroker broker;
    private static EmbeddedRegistry registry;
    static AvroValues values;
    static Admin admin;
    private static KafkaProducer<byte[], byte[]> registration;

    final Topics topics = new Topics("t" + UUID.randomUUID() + ".", 3, (short) 1, 1, false);
    final String topic = topics.name(Topic.POLICIES);
    final List<AutoCloseable> opened = new ArrayList<>();

    @BeforeAll
    static void startBroker() {
        broker = EmbeddedBroker.ephemeral();
        registry = EmbeddedRegistry.inMemory();
        values = AvroValues.with(Map.of("schema.registry.url", registry.url()));
        var address = Map.<String, Object>of("bootstrap.servers", broker.bootstrapServers());
        admin = Admin.create(address);
        registration = new KafkaProducer<>(address, new ByteArraySerializer(), new ByteArraySerializer());
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

    static KafkaSettings settings(String address) {
        return new KafkaSettings(Map.of("bootstrap.servers", address, "default.api.timeout.ms", 2_000));
    }

    <T extends AutoCloseable> T opened(T resource) {
        opened.add(resource);
        return resource;
    }

    static int length(SpecificRecord record) {
        int length = ((PolicyDefined) record).getPolicy().getCodeLength();
        if (length == UNREADABLE) {
            throw new IllegalArgumentException("no such length");
        }
        return length;
    }

    static PolicyDefined defined(long sequence, int codeLength) {
        return defined(CONTOSO, EPOCH, sequence, codeLength);
    }

    static PolicyDefined defined(String tenant, Instant epoch, long sequence, int codeLength) {
        var policy = Policy.newBuilder().setCodeLength(codeLength).build();
        return new PolicyDefined(metadata(tenant, epoch, sequence), sequence, policy, id());
    }

    static EventMetadata metadata(String tenant, Instant epoch, long sequence) {
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

    static UUID id() {
        return UUID.randomUUID();
    }

    void put(PolicyDefined policy) throws Exception {
        send(policy.getMetadata().getTenantId(), values.encode(topic, policy));
    }

    void tombstone(ValueOrder order) throws Exception {
        var record = new ProducerRecord<byte[], byte[]>(topic, CONTOSO.getBytes(UTF_8), null);
        order.headers().forEach(header -> record.headers().add(header.name(), header.value()));
        registration.send(record).get();
    }

    void send(@Nullable String key, byte @Nullable [] value) throws Exception {
        send(topic, key, value);
    }

    static void send(String to, @Nullable String key, byte @Nullable [] value) throws Exception {
        registration
                .send(new ProducerRecord<>(to, key == null ? null : key.getBytes(UTF_8), value))
                .get();
    }
}
