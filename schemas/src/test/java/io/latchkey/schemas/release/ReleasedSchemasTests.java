package io.latchkey.schemas.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.latchkey.schemas.topics.RecordTypes;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaValidator;
import org.apache.avro.SchemaValidatorBuilder;
import org.json.JSONException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.skyscreamer.jsonassert.JSONAssert;
import org.skyscreamer.jsonassert.JSONCompareMode;

/** Topics hold what every released version wrote, and today's classes read all of it. */
class ReleasedSchemasTests {
    private static final SchemaValidator BACKWARD_TRANSITIVE =
            new SchemaValidatorBuilder().canReadStrategy().validateAll();

    @BeforeAll
    static void trust() {
        RecordTypes.trust();
    }

    static Stream<RecordType> types() {
        return RecordType.all();
    }

    static Stream<Arguments> samples() {
        return Released.all()
                .flatMap(released -> Stream.of(SampleData.values()).map(sample -> Arguments.of(released, sample)));
    }

    @ParameterizedTest
    @MethodSource("types")
    void everySchemaIsReleased(RecordType type) {
        assertThat(Released.of(type).stream().map(Released::schema))
                .withFailMessage(
                        "%s has changed or is new. Once the change is final, commit what this writes: "
                                + "mvn -pl schemas test -Dtest=ReleaseContracts",
                        type)
                .contains(type.schema());
    }

    @ParameterizedTest
    @MethodSource("types")
    void everySchemaReadsAllReleasedOnes(RecordType type) {
        Iterable<Schema> newestFirst =
                Released.of(type).reversed().stream().map(Released::schema).toList();

        assertThatCode(() -> BACKWARD_TRANSITIVE.validate(type.schema(), newestFirst))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void everyReleasedByteMeansTodayWhatItMeantThen(Released released, SampleData sample) throws JSONException {
        var today = Golden.decode(released.bytes(sample), released.schema(), released.type());

        assertThat(today).isInstanceOf(released.type().type());
        JSONAssert.assertEquals(released.text(sample), today.toString(), JSONCompareMode.STRICT_ORDER);
    }

    @ParameterizedTest
    @MethodSource("types")
    void aFieldWithoutADefaultWouldBeNoticed(RecordType type) {
        var old = type.schema();
        var changed = new Schema.Parser().parse(withMandatoryField(old));

        assertThatCode(() -> BACKWARD_TRANSITIVE.validate(changed, List.of(old)))
                .hasMessageContaining("Unable to read schema");
    }

    private static String withMandatoryField(Schema schema) {
        return schema.toString().replaceFirst("\"fields\":\\[", "\"fields\":[{\"name\":\"added\",\"type\":\"int\"},");
    }
}
