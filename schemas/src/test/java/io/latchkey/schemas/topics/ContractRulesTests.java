package io.latchkey.schemas.topics;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.schemas.PublicKey;
import io.latchkey.schemas.RegisterSecurityAnswers;
import io.latchkey.schemas.Sealed;
import io.latchkey.schemas.SecurityAnswer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.avro.JsonProperties;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.Schema.Field;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every record, field and enum of the contracts. */
class ContractRulesTests {

    /** Names that others give, opaque here. */
    private static final Set<String> NAMES_OF_OTHERS = Set.of(
            "tenantId", "userId", "directoryObjectId", "keyId", "recipientKeyId", "questionId", "destroyedKeyId");

    private static final Set<String> NUMBERS =
            Set.of("sequence", "generation", "revision", "version", "policyVersion", "expectedVersion");

    /** What is personal, or proves something. */
    private static final Set<String> SECRETS =
            Set.of("destination", "code", "signInAddress", "displayName", "answer", "administratorAddresses");

    static Stream<Schema> named() {
        return Contracts.named();
    }

    static Stream<Schema> enums() {
        return Contracts.named().filter(schema -> schema.getType() == Schema.Type.ENUM);
    }

    static Stream<Arguments> fields() {
        return Contracts.records()
                .flatMap(schema -> schema.getFields().stream().map(field -> Arguments.of(schema.getName(), field)));
    }

    @ParameterizedTest
    @MethodSource("named")
    void everyTypeSaysWhatItIs(Schema type) {
        assertThat(type.getDoc()).as(type.getName()).isNotBlank();
    }

    @ParameterizedTest
    @MethodSource("fields")
    void everyFieldSaysWhatItIs(String record, Field field) {
        assertThat(field.doc()).as(record + "." + field.name()).isNotBlank();
    }

    @ParameterizedTest
    @MethodSource("enums")
    void everyEnumHasAPlaceForWhatAReaderDoesNotKnowYet(Schema type) {
        assertThat(type.getEnumDefault()).isEqualTo("UNKNOWN");
    }

    @ParameterizedTest
    @MethodSource("fields")
    void everyTimeIsInMilliseconds(String record, Field field) {
        var type = essence(field);
        assertThat(type.getType() == Schema.Type.LONG && !NUMBERS.contains(field.name()))
                .as(record + "." + field.name())
                .isEqualTo(LogicalTypes.timestampMillis().equals(type.getLogicalType()));
    }

    @ParameterizedTest
    @MethodSource("fields")
    void everyIdOfOursIsAUuid(String record, Field field) {
        boolean ours = field.name().matches(".*Ids?") && !NAMES_OF_OTHERS.contains(field.name());
        assertThat(LogicalTypes.uuid().equals(essence(field).getLogicalType()))
                .as(record + "." + field.name())
                .isEqualTo(ours);
    }

    @ParameterizedTest
    @MethodSource("fields")
    void everyFieldThatMayBeAbsentIsAbsentByDefault(String record, Field field) {
        if (field.schema().isNullable()) {
            assertThat(field.defaultVal()).as(record + "." + field.name()).isSameAs(JsonProperties.NULL_VALUE);
        }
    }

    @ParameterizedTest
    @MethodSource("fields")
    @Tag("SPEC-1.2e")
    void everyPersonalValueIsSealed(String record, Field field) {
        if (SECRETS.contains(field.name())) {
            assertThat(essence(field)).as(record + "." + field.name()).isEqualTo(Sealed.getClassSchema());
        }
    }

    static Stream<Schema> carried() {
        return Arrays.stream(Topic.values())
                .flatMap(topic -> topic.records().stream())
                .map(Contracts::schema);
    }

    /** But for public keys, which are a service's and nobody's account. */
    @ParameterizedTest
    @MethodSource("carried")
    @Tag("SPEC-1.1a")
    void everyRecordNamesTenantAndUser(Schema record) {
        var metadata = record.getField("metadata");
        if (metadata == null) {
            assertThat(record).isEqualTo(PublicKey.getClassSchema());
        } else {
            assertThat(metadata.schema().getFields())
                    .filteredOn(field -> field.schema().getType() == Schema.Type.STRING)
                    .extracting(Field::name)
                    .contains("tenantId", "userId");
        }
    }

    /** Nor is there a field for a hash of one. */
    @Test
    @Tag("SPEC-2.5i")
    void answersAreInTheCommandThatRegistersThemAlone() {
        assertThat(carried().filter(record -> within(record).anyMatch(SecurityAnswer.getClassSchema()::equals)))
                .containsExactly(RegisterSecurityAnswers.getClassSchema());
        assertThat(Contracts.records().flatMap(record -> record.getFields().stream()))
                .extracting(Field::name)
                .filteredOn(name -> name.toLowerCase(Locale.ROOT).contains("answer"))
                .containsExactlyInAnyOrder("answers", "answer");
    }

    private static Stream<Schema> within(Schema record) {
        return record.getFields().stream().map(ContractRulesTests::essence);
    }

    /** The type without "or absent" and "list of". */
    private static Schema essence(Field field) {
        var type = field.schema();
        if (type.getType() == Schema.Type.UNION) {
            type = type.getTypes().stream()
                    .filter(branch -> branch.getType() != Schema.Type.NULL)
                    .findFirst()
                    .orElseThrow();
        }
        return type.getType() == Schema.Type.ARRAY ? Objects.requireNonNull(type.getElementType()) : type;
    }
}
