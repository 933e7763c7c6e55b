package io.latchkey.notification.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.infrastructure.registry.EmbeddedRegistry;
import io.latchkey.messaging.avro.AvroValues;
import io.latchkey.messaging.engine.DeadLetterReason;
import io.latchkey.messaging.engine.Engine;
import io.latchkey.messaging.engine.InputPartition;
import io.latchkey.messaging.engine.InputRecord;
import io.latchkey.messaging.kafka.RecordReader;
import io.latchkey.messaging.kafka.Topics;
import io.latchkey.notification.delivery.Fixture;
import io.latchkey.notification.queue.Reader.Reading;
import io.latchkey.schemas.AccountProvisioned;
import io.latchkey.schemas.CodeVerified;
import io.latchkey.schemas.EventMetadata;
import io.latchkey.schemas.topics.Topic;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is no request that can be understood is a dead letter, and never a failure. */
class NotificationReaderTest {

    private final EmbeddedRegistry registry = EmbeddedRegistry.inMemory();
    private final AvroValues values = AvroValues.with(Map.of("schema.registry.url", registry.url()));
    private final Topics topics = new Topics("latchkey.", 1, (short) 1, 1, false);
    private final String topic = topics.name(Topic.VERIFICATION_EVENTS);
    private final NotificationReader reader = new NotificationReader(
            new RecordReader(topics, values),
            new NotificationRequests(new Lifetimes(Duration.ofDays(3), Duration.ofDays(7))));

    @AfterEach
    void close() {
        values.close();
        registry.close();
    }

    @Test
    void aRecordThatIsUnderstoodAsksForSomething() {
        assertThat(reader.read(input(verified()))).isInstanceOf(Reading.Requests.class);
    }

    @Test
    void nothingIsADeadLetter() {
        assertThat(reasonOf(null)).isEqualTo(DeadLetterReason.NULL_VALUE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "no Avro at all", "{\"codeId\": 1}"})
    void garbageIsADeadLetter(String garbage) {
        assertThat(reasonOf(garbage.getBytes(UTF_8))).isEqualTo(DeadLetterReason.MALFORMED);
    }

    @Test
    void aTruncatedRecordIsADeadLetterWhereverItIsCut() {
        var whole = verified();
        for (int length = 5; length < whole.length; length++) {
            assertThat(reasonOf(Arrays.copyOf(whole, length)))
                    .as("%d bytes of %d", length, whole.length)
                    .isEqualTo(DeadLetterReason.MALFORMED);
        }
    }

    @Test
    void trailingBytesMakeADeadLetter() {
        var whole = verified();
        assertThat(reasonOf(Arrays.copyOf(whole, whole.length + 1))).isEqualTo(DeadLetterReason.MALFORMED);
    }

    @Test
    void aTypeThatDoesNotBelongOnTheTopicIsADeadLetter() {
        var provisioned = AccountProvisioned.newBuilder()
                .setMetadata(metadata())
                .setGeneration(1)
                .setEnabled(true)
                .build();

        assertThat(reasonOf(encoded(provisioned))).isEqualTo(DeadLetterReason.UNEXPECTED_TYPE);
    }

    @Test
    void moreThanSixtyFourKilobytesAreADeadLetter() {
        assertThat(reasonOf(new byte[Engine.MAX_RECORD_BYTES + 1])).isEqualTo(DeadLetterReason.TOO_LARGE);
        assertThat(reasonOf(new byte[Engine.MAX_RECORD_BYTES])).isNotEqualTo(DeadLetterReason.TOO_LARGE);
    }

    private DeadLetterReason reasonOf(byte @Nullable [] value) {
        var reading = reader.read(input(value));
        assertThat(reading).isInstanceOf(Reading.Undecodable.class);
        return ((Reading.Undecodable) reading).reason();
    }

    private InputRecord input(byte @Nullable [] value) {
        var partition = new InputPartition(topic, new UUID(1, 1), 0);
        return new InputRecord(
                partition, 0, Fixture.NOON, Fixture.ACCOUNT.value().getBytes(UTF_8), value, List.of());
    }

    private byte[] verified() {
        return encoded(CodeVerified.newBuilder()
                .setMetadata(metadata())
                .setCodeId(Fixture.ID)
                .setMethodId(Fixture.METHOD)
                .build());
    }

    private byte[] encoded(SpecificRecord record) {
        return values.encode(topic, record);
    }

    private static EventMetadata metadata() {
        return EventMetadata.newBuilder()
                .setEventId(new UUID(1, 2))
                .setTenantId("contoso")
                .setUserId("u-1")
                .setSequence(1)
                .setEpoch(Fixture.NOON)
                .setOccurredAt(Fixture.NOON)
                .setCorrelationId(new UUID(1, 3))
                .build();
    }
}
