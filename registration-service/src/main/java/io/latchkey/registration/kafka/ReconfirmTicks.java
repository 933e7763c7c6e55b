package io.latchkey.registration.kafka;

import io.latchkey.messaging.avro.AvroValues;
import io.latchkey.messaging.decision.AggregateKey;
import io.latchkey.messaging.engine.Log;
import io.latchkey.messaging.engine.OutputRecord;
import io.latchkey.messaging.kafka.CloudEvents;
import io.latchkey.messaging.kafka.Inputs;
import io.latchkey.messaging.kafka.Topics;
import io.latchkey.schemas.CommandMetadata;
import io.latchkey.schemas.ReconfirmTick;
import io.latchkey.schemas.topics.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Publishes ticks. */
@Component
public class ReconfirmTicks {

    private final String service;
    private final Log log;
    private final AvroValues values;
    private final String topic;

    ReconfirmTicks(Inputs inputs, Log log, AvroValues values, Topics topics) {
        this.service = inputs.service();
        this.log = log;
        this.values = values;
        this.topic = topics.name(Topic.REGISTRATION_TICKS);
    }

    /** Returns when every tick is acknowledged. */
    public void publish(List<AggregateKey> accounts, Instant asOf) {
        log.produce(accounts.stream().map(account -> tick(account, asOf)).toList());
    }

    private OutputRecord tick(AggregateKey account, Instant asOf) {
        var metadata = CommandMetadata.newBuilder()
                .setCommandId(UUID.randomUUID())
                .setTenantId(account.tenantId())
                .setUserId(account.userId())
                .setOccurredAt(asOf)
                .setCorrelationId(UUID.randomUUID())
                .build();
        var key = account.value().getBytes(StandardCharsets.UTF_8);
        return new OutputRecord(
                topic,
                key,
                values.encode(topic, new ReconfirmTick(metadata, asOf)),
                CloudEvents.headers(service, ReconfirmTick.getClassSchema(), metadata.getCommandId(), asOf));
    }
}
