package io.latchkey.embedded.installation;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.latchkey.messaging.avro.AvroValues;
import io.latchkey.messaging.kafka.KafkaSettings;
import io.latchkey.schemas.EventMetadata;
import io.latchkey.schemas.Policy;
import io.latchkey.schemas.PolicyDefined;
import io.latchkey.schemas.topics.RecordTypes;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * A tenant's policy as it stands on the policies topic before anybody has defined one: older than whatever registration
 * writes there.
 */
public final class PolicyRecord {

    private final String tenant;
    private final Policy policy;

    /** @param changes to the defaults */
    public PolicyRecord(String tenant, Consumer<Policy.Builder> changes) {
        RecordTypes.trust();
        var builder = Policy.newBuilder();
        changes.accept(builder);
        this.tenant = tenant;
        this.policy = builder.build();
    }

    /** Returns when the broker has acknowledged it. */
    public void writeTo(String bootstrapServers, String schemaRegistry, String topic) {
        var client = Map.<String, Object>of("bootstrap.servers", bootstrapServers);
        try (var values = AvroValues.with(Map.of("schema.registry.url", schemaRegistry));
                var producer = new KafkaProducer<byte[], byte[]>(new KafkaSettings(client).producer())) {
            producer.send(new ProducerRecord<>(topic, tenant.getBytes(UTF_8), values.encode(topic, record())))
                    .get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the broker takes no policy", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a policy was written", e);
        }
    }

    private PolicyDefined record() {
        var id = UUID.randomUUID();
        var metadata = EventMetadata.newBuilder()
                .setEventId(id)
                .setTenantId(tenant)
                .setUserId("")
                .setSequence(0)
                .setEpoch(Instant.EPOCH)
                .setOccurredAt(Instant.EPOCH)
                .setCorrelationId(id)
                .build();
        return new PolicyDefined(metadata, 0L, policy, id);
    }
}
