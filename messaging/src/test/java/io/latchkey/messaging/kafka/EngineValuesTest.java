package io.latchkey.messaging.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.messaging.decision.AggregateKey;
import io.latchkey.messaging.engine.Header;
import io.latchkey.messaging.engine.OutputRecord;
import io.latchkey.messaging.engine.ValueStamp;
import io.latchkey.schemas.CommandMetadata;
import io.latchkey.schemas.ConfirmMethod;
import io.latchkey.schemas.topics.Topic;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

class EngineValuesTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final AggregateKey ANN = new AggregateKey("acme", "ann");
    private static final ValueStamp STAMP = new ValueStamp(new UUID(5, 5), NOON, 7, 9, NOON.plusSeconds(1));

    private static final EngineValues<String> VALUES = new EngineValues<>(
            "registration",
            new Topics("latchkey.", 6, (short) 1, 1, false),
            FixedAvro.decodingTo(new ConfirmMethod()),
            new OfAccounts());

    /** Keeps something of accounts, and nothing of tenants. */
    private static final class OfAccounts implements CompactedValues<String> {
        @Override
        public Optional<Topic> topicOf(AggregateKey key) {
            return key.isTenant() ? Optional.empty() : Optional.of(Topic.KEYS);
        }

        @Override
        public Topic eventsOf(AggregateKey key) {
            return Topic.REGISTRATION_EVENTS;
        }

        @Override
        public SpecificRecord write(AggregateKey key, String state, ValueStamp stamp) {
            var metadata = CommandMetadata.newBuilder()
                    .setCommandId(stamp.id())
                    .setTenantId(key.tenantId())
                    .setUserId(key.userId())
                    .setOccurredAt(stamp.at())
                    .setCorrelationId(stamp.id())
                    .build();
            return ConfirmMethod.newBuilder()
                    .setMetadata(metadata)
                    .setMethodIds(List.of())
                    .build();
        }
    }

    private static Map<String, String> headers(OutputRecord record) {
        return record.headers().stream()
                .collect(Collectors.toMap(Header::name, header -> new String(header.value(), UTF_8)));
    }

    @Test
    void aValueIsARecordThatSaysWhatItReflects() {
        var value = VALUES.of(ANN, "state", STAMP).orElseThrow();

        assertThat(value.topic()).isEqualTo("latchkey.keys.v1");
        assertThat(value.key()).isEqualTo("acme/ann".getBytes(UTF_8));
        assertThat(value.value()).isEqualTo(FixedAvro.BYTES);
        assertThat(headers(value))
                .containsEntry("ce_id", STAMP.id().toString())
                .containsEntry("ce_time", "2026-03-01T12:00:01Z")
                .containsEntry(ValueOrder.EPOCH, Long.toString(NOON.toEpochMilli()))
                .containsEntry(ValueOrder.SEQUENCE, "7")
                .containsEntry(EngineValues.VERSION, "9");
    }

    @Test
    void aTombstoneHasNoValueAndSaysWhatItReflects() {
        var tombstone = VALUES.of(ANN, null, STAMP).orElseThrow();

        assertThat(tombstone.value()).isNull();
        assertThat(headers(tombstone))
                .isEqualTo(Map.of(
                        ValueOrder.EPOCH, Long.toString(NOON.toEpochMilli()),
                        ValueOrder.SEQUENCE, "7",
                        EngineValues.VERSION, "9"));
    }

    @Test
    void nothingIsKeptOfAnAggregateOfAnotherKind() {
        assertThat(VALUES.of(AggregateKey.tenant("acme"), "state", STAMP)).isEmpty();
    }

    @Test
    void theSequenceIsThatOfTheEventsTopic() {
        assertThat(VALUES.eventsOf(ANN)).isEqualTo("latchkey.registration.events.v1");
    }
}
