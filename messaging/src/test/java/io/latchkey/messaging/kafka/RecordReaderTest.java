package io.latchkey.messaging.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.messaging.decision.AggregateKey;
import io.latchkey.messaging.engine.DeadLetterReason;
import io.latchkey.messaging.engine.InputPartition;
import io.latchkey.messaging.engine.InputRecord;
import io.latchkey.messaging.kafka.RecordReader.Read;
import io.latchkey.schemas.CommandMetadata;
import io.latchkey.schemas.CommandRejected;
import io.latchkey.schemas.CommandRejectionReason;
import io.latchkey.schemas.ConfirmMethod;
import io.latchkey.schemas.EventMetadata;
import io.latchkey.schemas.topics.Topic;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whom a record may speak of, and that its key agrees. */
class RecordReaderTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final UUID ID = new UUID(1, 1);
    private static final Topics TOPICS = new Topics("latchkey.", 6, (short) 1, 1, false);

    private static Read read(SpecificRecord record, Topic topic, String key, Subject subject) {
        var reader = new RecordReader(TOPICS, FixedAvro.decodingTo(record), type -> subject);
        return reader.read(input(topic, key));
    }

    private static InputRecord input(Topic topic, String key) {
        var partition = new InputPartition(TOPICS.name(topic), ID, 0);
        return new InputRecord(partition, 0, NOON, key.getBytes(UTF_8), FixedAvro.BYTES, List.of());
    }

    private static ConfirmMethod command(String user) {
        var metadata = CommandMetadata.newBuilder()
                .setCommandId(ID)
                .setTenantId("contoso")
                .setUserId(user)
                .setOccurredAt(NOON)
                .setCorrelationId(ID)
                .build();
        return ConfirmMethod.newBuilder()
                .setMetadata(metadata)
                .setMethodIds(List.of())
                .build();
    }

    private static Read readCommand(String user, String key, Subject subject) {
        return read(command(user), Topic.REGISTRATION_COMMANDS, key, subject);
    }

    private static AggregateKey key(Read read) {
        return ((Read.Record) read).key();
    }

    private static DeadLetterReason reason(Read read) {
        return ((Read.Undecodable) read).reason();
    }

    @ParameterizedTest
    @EnumSource(
            value = Subject.class,
            names = {"ACCOUNT", "EITHER"})
    void aRecordOfAnAccountHasTenantAndUserAsItsKey(Subject subject) {
        assertThat(key(readCommand("u-1", "contoso/u-1", subject))).isEqualTo(new AggregateKey("contoso", "u-1"));
        assertThat(reason(readCommand("u-1", "contoso/u-2", subject))).isEqualTo(DeadLetterReason.KEY_MISMATCH);
        assertThat(reason(readCommand("u-1", "contoso", subject))).isEqualTo(DeadLetterReason.KEY_MISMATCH);
    }

    @ParameterizedTest
    @EnumSource(
            value = Subject.class,
            names = {"TENANT", "EITHER"})
    void aRecordOfATenantHasTheTenantAloneAsItsKey(Subject subject) {
        assertThat(key(readCommand("", "contoso", subject))).isEqualTo(AggregateKey.tenant("contoso"));
        assertThat(reason(readCommand("", "contoso/", subject))).isEqualTo(DeadLetterReason.KEY_MISMATCH);
        assertThat(reason(readCommand("", "contoso/u-1", subject))).isEqualTo(DeadLetterReason.KEY_MISMATCH);
        assertThat(reason(readCommand("", "fabrikam", subject))).isEqualTo(DeadLetterReason.KEY_MISMATCH);
    }

    @Test
    void aRecordOfAnAccountThatNamesNoneAndOneOfATenantThatNamesAnAccountAreDeadLetters() {
        assertThat(reason(readCommand("", "contoso", Subject.ACCOUNT))).isEqualTo(DeadLetterReason.INVALID_KEY);
        assertThat(reason(readCommand("u-1", "contoso/u-1", Subject.TENANT))).isEqualTo(DeadLetterReason.INVALID_KEY);
    }

    @Test
    void whereNobodySaysOtherwiseOnlyARejectionMaySpeakOfATenant() {
        var metadata = EventMetadata.newBuilder()
                .setEventId(ID)
                .setTenantId("contoso")
                .setUserId("")
                .setSequence(1)
                .setEpoch(NOON)
                .setOccurredAt(NOON)
                .setCorrelationId(ID)
                .build();
        var rejected = CommandRejected.newBuilder()
                .setMetadata(metadata)
                .setReason(CommandRejectionReason.values()[1])
                .setMessage("no")
                .build();
        var ofRejections = new RecordReader(TOPICS, FixedAvro.decodingTo(rejected));
        var ofCommands = new RecordReader(TOPICS, FixedAvro.decodingTo(command("")));

        assertThat(key(ofRejections.read(input(Topic.REGISTRATION_EVENTS, "contoso"))))
                .isEqualTo(AggregateKey.tenant("contoso"));
        assertThat(reason(ofCommands.read(input(Topic.REGISTRATION_COMMANDS, "contoso"))))
                .isEqualTo(DeadLetterReason.INVALID_KEY);
    }
}
