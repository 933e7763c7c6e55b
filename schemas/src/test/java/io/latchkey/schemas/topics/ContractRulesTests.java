package io.latchkey.schemas.topics;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.schemas.Sealed;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.avro.JsonProperties;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.Schema.Field;
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
    void everyPersonalValueIsSealed(String record, Field field) {
        if (SECRETS.contains(field.name())) {
            assertThat(essence(field)).as(record + "." + field.name()).isEqualTo(Sealed.getClassSchema());
        }
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
