package io.latchkey.infrastructure.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.avro.AvroSchema;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a genuine client of Confluent's registry sees. */
class GenuineClientTests {

    private static final String SUBJECT = "io.latchkey.Sample";
    private static final AvroSchema FIRST = record();
    private static final AvroSchema WITH_DEFAULT = record("{\"name\":\"b\",\"type\":\"int\",\"default\":0}");
    private static final AvroSchema WITHOUT_DEFAULT = record("{\"name\":\"b\",\"type\":\"int\"}");

    private final EmbeddedRegistry registry = EmbeddedRegistry.inMemory();
    private final CachedSchemaRegistryClient client = client();

    @AfterEach
    void close() throws IOException {
        client.close();
        registry.close();
    }

    @Test
    void givesEqualSchemasOneIdInAllSubjects() throws Exception {
        int id = client.register(SUBJECT, FIRST);

        assertThat(client().register(SUBJECT, FIRST)).isEqualTo(id);
        assertThat(client().register("another/subject", FIRST)).isEqualTo(id);
        assertThat(client.register(SUBJECT, WITH_DEFAULT)).isNotEqualTo(id);
        assertThat(client.getAllSubjects()).containsExactly("another/subject", SUBJECT);
        assertThat(client.getAllSubjectsById(id)).containsExactly("another/subject", SUBJECT);
    }

    @Test
    void findsSchemasByIdAndByVersion() throws Exception {
        int first = client.register(SUBJECT, FIRST);
        int second = client.register(SUBJECT, WITH_DEFAULT);
        var fresh = client();

        assertThat(fresh.getSchemaById(first)).isEqualTo(FIRST);
        assertThat(fresh.getId(SUBJECT, FIRST)).isEqualTo(first);
        assertThat(fresh.getVersion(SUBJECT, WITH_DEFAULT)).isEqualTo(2);
        assertThat(fresh.getAllVersions(SUBJECT)).containsExactly(1, 2);
        assertThat(fresh.getSchemaMetadata(SUBJECT, 1).getSchema()).isEqualTo(FIRST.canonicalString());
        assertThat(fresh.getLatestSchemaMetadata(SUBJECT).getId()).isEqualTo(second);
        assertThat(fresh.getAllVersionsById(second))
                .singleElement()
                .satisfies(found -> assertThat(found.getVersion()).isEqualTo(2));
    }

    @Test
    void refusesWhatCannotReadEverythingEarlier() throws Exception {
        client.register(SUBJECT, WITHOUT_DEFAULT);
        client.register(SUBJECT, FIRST);

        assertThat(client.testCompatibility(SUBJECT, WITHOUT_DEFAULT)).isFalse();
        assertRefused(
                () -> client.register(SUBJECT, record("{\"name\":\"b\",\"type\":\"string\",\"default\":\"\"}")),
                409,
                409);
    }

    @Test
    void takesAnythingWhereASubjectsLevelAllowsIt() throws Exception {
        client.register(SUBJECT, FIRST);
        assertRefused(() -> client.register(SUBJECT, WITHOUT_DEFAULT), 409, 409);

        assertThat(client.updateCompatibility(SUBJECT, "NONE")).isEqualTo("NONE");

        assertThat(client.getCompatibility(SUBJECT)).isEqualTo("NONE");
        assertThat(client.getCompatibility(null)).isEqualTo("BACKWARD_TRANSITIVE");
        assertThat(client.register(SUBJECT, WITHOUT_DEFAULT)).isPositive();
    }

    @ParameterizedTest
    @CsvSource({
        "NONE,                true,  true",
        "BACKWARD,            true,  false",
        "BACKWARD_TRANSITIVE, false, false",
        "FORWARD,             true,  true",
        "FORWARD_TRANSITIVE,  false, true",
        "FULL,                true,  false",
        "FULL_TRANSITIVE,     false, false"
    })
    void comparesAsTheLevelSays(String level, boolean retyped, boolean mandatory) throws Exception {
        assertThat(takes(level, record("{\"name\":\"b\",\"type\":\"string\",\"default\":\"\"}")))
                .isEqualTo(retyped);
        assertThat(takes(level, record("{\"name\":\"c\",\"type\":\"int\"}"))).isEqualTo(mandatory);
    }

    @Test
    void tellsWhatItDoesNotHave() throws Exception {
        assertRefused(() -> client.getSchemaById(4711), 404, 40403);
        assertRefused(() -> client.getAllVersions(SUBJECT), 404, 40401);
        assertRefused(() -> client.getId(SUBJECT, FIRST), 404, 40401);

        client.register(SUBJECT, FIRST);

        assertRefused(() -> client.getSchemaMetadata(SUBJECT, 2), 404, 40402);
        assertRefused(() -> client.getId(SUBJECT, WITH_DEFAULT), 404, 40403);
    }

    @Test
    void registersNothingNewWhileReadOnly() throws Exception {
        int id = client.register(SUBJECT, FIRST);
        assertThat(client.getMode()).isEqualTo("READWRITE");

        client.setMode("READONLY");

        assertRefused(() -> client.register(SUBJECT, WITH_DEFAULT), 422, 42205);
        assertThat(client().register(SUBJECT, FIRST)).isEqualTo(id);
    }

    private boolean takes(String level, AvroSchema schema) throws IOException, RestClientException {
        var subject = "subject-of-" + schema.hashCode();
        client.updateCompatibility(subject, "NONE");
        client.register(subject, WITH_DEFAULT);
        client.register(subject, FIRST);
        client.updateCompatibility(subject, level);
        try {
            return client.register(subject, schema) > 0;
        } catch (RestClientException refused) {
            assertThat(refused.getErrorCode()).isEqualTo(409);
            return false;
        }
    }

    private static void assertRefused(ThrowingCallable request, int status, int code) {
        assertThatExceptionOfType(RestClientException.class).isThrownBy(request).satisfies(refusal -> {
            assertThat(refusal.getStatus()).isEqualTo(status);
            assertThat(refusal.getErrorCode()).isEqualTo(code);
        });
    }

    /** One that has cached nothing. */
    private CachedSchemaRegistryClient client() {
        return new CachedSchemaRegistryClient(registry.url(), 100);
    }

    private static AvroSchema record(String... moreFields) {
        var more = moreFields.length == 0 ? "" : "," + String.join(",", moreFields);
        return new AvroSchema(
                "{\"type\":\"record\",\"name\":\"Sample\",\"namespace\":\"io.latchkey\",\"doc\":\"A sample.\","
                        + "\"fields\":[{\"name\":\"a\",\"type\":\"string\"}" + more + "]}");
    }
}
