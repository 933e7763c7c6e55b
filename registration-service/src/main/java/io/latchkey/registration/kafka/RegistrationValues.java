package io.latchkey.registration.kafka;

import io.latchkey.messaging.decision.AggregateKey;
import io.latchkey.messaging.engine.ValueStamp;
import io.latchkey.messaging.kafka.CompactedValues;
import io.latchkey.messaging.sealing.Sealer;
import io.latchkey.registration.aggregate.State;
import io.latchkey.schemas.EventMetadata;
import io.latchkey.schemas.topics.Topic;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.springframework.stereotype.Component;

/** What everybody can read without asking: where each account stands, and each tenant's policy. */
@Component
public class RegistrationValues implements CompactedValues<State> {

    private final PolicyEvents policies;

    public RegistrationValues(Sealer sealer) {
        policies = new PolicyEvents(sealer);
    }

    @Override
    public Optional<Topic> topicOf(AggregateKey key) {
        return Optional.of(key.isTenant() ? Topic.POLICIES : Topic.REGISTRATION_STATUS);
    }

    @Override
    public Topic eventsOf(AggregateKey key) {
        return Topic.REGISTRATION_EVENTS;
    }

    @Override
    public SpecificRecord write(AggregateKey key, State state, ValueStamp stamp) {
        return switch (state) {
            case State.OfAccount(var registration) ->
                StatusRecords.of(registration, metadata(key, stamp), stamp.version());
            case State.OfTenant(var policy) -> policies.defined(policy, metadata(key, stamp));
        };
    }

    /** Answers nobody, and follows from everything that has happened to the aggregate. */
    private static EventMetadata metadata(AggregateKey key, ValueStamp stamp) {
        return EventMetadata.newBuilder()
                .setEventId(stamp.id())
                .setTenantId(key.tenantId())
                .setUserId(key.userId())
                .setSequence(stamp.sequence())
                .setEpoch(stamp.epoch())
                .setOccurredAt(stamp.at())
                .setCorrelationId(stamp.id())
                .build();
    }
}
