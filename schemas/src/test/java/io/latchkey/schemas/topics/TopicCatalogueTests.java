package io.latchkey.schemas.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.latchkey.schemas.DefinePolicy;
import io.latchkey.schemas.PrepopulateMethod;
import io.latchkey.schemas.ProvisionAccount;
import io.latchkey.schemas.SetOfficePhone;
import java.io.IOException;
import java.util.Arrays;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TopicCatalogueTests {
    private static final TopicCatalogue CATALOGUE = new TopicCatalogue("acme.", 3);

    @ParameterizedTest
    @CsvSource(textBlock = """
                    acme.registration.commands.v1,      604800000,  86400000, 1048576
                    acme.registration.ticks.v1,          86400000,  86400000, 1048576
                    acme.verification.codes.v1,          90000000,   3600000, 1048576
                    acme.registration.commands.v1.dlt, 1209600000,  86400000, 2097152
                    acme.keys.v1.dlt,                  1209600000,  86400000, 2097152
                    acme.notification.redrive.v1,       604800000,  86400000, 1048576
                    """)
    void forgetsRecordsAfterTheirTime(String name, String retention, String segment, String maximum) {
        assertThat(topic(name).config())
                .containsEntry("cleanup.policy", "delete")
                .containsEntry("retention.ms", retention)
                .containsEntry("segment.ms", segment)
                .containsEntry("max.message.bytes", maximum);
    }

    @Test
    void replacesAKeysOlderRecordsWithinADay() {
        assertThat(topic("acme.keys.v1").config())
                .containsEntry("cleanup.policy", "compact")
                .containsEntry("max.compaction.lag.ms", "86400000")
                .containsEntry("segment.ms", "86400000")
                .doesNotContainKey("retention.ms");
    }

    @Test
    void hasOneNumberOfPartitionsAndTheBrokersTimeForAll() {
        assertThat(CATALOGUE.definitions()).allSatisfy(topic -> {
            assertThat(topic.partitions()).isEqualTo(3);
            assertThat(topic.config()).containsEntry("message.timestamp.type", "LogAppendTime");
        });
    }

    @Test
    void letsNotificationAloneReadCodes() {
        assertThat(Topic.VERIFICATION_CODES.readers()).containsExactly(Party.NOTIFICATION);
    }

    @ParameterizedTest
    @ValueSource(classes = {ProvisionAccount.class, DefinePolicy.class, PrepopulateMethod.class, SetOfficePhone.class})
    @Tag("SPEC-1.2b")
    @Tag("SPEC-2.1c")
    @Tag("SPEC-2.4a")
    void givesWhatAdministratorsDoToAdministratorsAlone(Class<?> command) {
        assertThat(Topic.values())
                .filteredOn(topic -> topic.records().contains(command))
                .singleElement()
                .satisfies(topic -> assertThat(topic.writers()).containsExactly(Party.ADMINISTRATORS));
    }

    @Test
    void givesDeadLettersToOperatorsAlone() {
        assertThat(topic("acme.verification.events.v1.dlt").access())
                .isEqualTo(
                        Access.writtenBy(Party.REGISTRATION, Party.NOTIFICATION).readBy(Party.OPERATORS));
    }

    @Test
    void givesARedriveTopicToOperatorsAndItsServiceAlone() {
        assertThat(topic("acme.verification.redrive.v1").access())
                .isEqualTo(Access.writtenBy(Party.OPERATORS).readBy(Party.VERIFICATION, Party.OPERATORS));
        assertThat(topic("acme.verification.redrive.v1.dlt").access())
                .isEqualTo(Access.writtenBy(Party.VERIFICATION).readBy(Party.OPERATORS));
    }

    @Test
    void namesADeadLetterTopicAfterItsTopic() {
        assertThat(topic("acme.keys.v1.dlt").name()).isEqualTo(Topic.KEYS.deadLetters("acme."));
    }

    @Test
    void putsEachTypeOfRecordOnOneTopic() {
        assertThat(Arrays.stream(Topic.values()).flatMap(topic -> topic.records().stream()))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource(Topic.class)
    void tellsRepeatsByWhatItsRecordsCarry(Topic topic) {
        var field = switch (topic.numbering()) {
            case BY_COMMAND_ID -> "commandId";
            case BY_ACCOUNT, BY_NOTIFICATION -> "sequence";
            case NONE -> "occurredAt";
        };
        assertThat(topic.records())
                .allSatisfy(type -> assertThat(identity(type).getField(field)).isNotNull());
    }

    @Test
    void needsAPartition() {
        assertThatIllegalArgumentException().isThrownBy(() -> new TopicCatalogue("acme.", 0));
    }

    @Test
    void isWhatItsPageSays() throws IOException {
        assertThat(TopicsPage.written()).isEqualTo(TopicsPage.expected());
    }

    private static TopicDefinition topic(String name) {
        return CATALOGUE.definitions().stream()
                .filter(topic -> topic.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Schema identity(Class<? extends SpecificRecord> type) {
        var schema = Contracts.schema(type);
        var metadata = schema.getField("metadata");
        return metadata == null ? schema : metadata.schema();
    }
}
