package io.latchkey.messaging.avro;

import static io.latchkey.messaging.engine.DeadLetterReason.UNKNOWN_SCHEMA_ID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.latchkey.infrastructure.database.EmbeddedDatabase;
import io.latchkey.infrastructure.registry.EmbeddedRegistry;
import io.latchkey.messaging.engine.OutageException;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A registry that says nothing about a schema is an outage, whatever it says instead. */
class RegistryOutageTests {
    private static final byte[] SOME_VALUE = {0, 0, 0, 0, 1, 2, 3};
    private static final String NO_SUCH_SCHEMA = "{\"error_code\":40403,\"message\":\"Schema not found\"}";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    500 | {"error_code":50001,"message":"Error in the backend data store"}
                    503 | {"error_code":40403,"message":"says a proxy"}
                    404 | <html>No such site</html>
                    404 | {"error_code":404,"message":"HTTP 404 Not Found"}
                    404 | ``
                    401 | {"error_code":401,"message":"Unauthorized"}
                    403 | {"error_code":40301,"message":"Forbidden"}
                    429 | {"error_code":42900,"message":"Too Many Requests"}
                    200 | <html>Please sign in</html>
                    302 | ``
                    """)
    void anAnswerAboutSomethingElseIsAnOutage(int status, String body) {
        try (var registry = new ScriptedRegistry(status, body);
                var values = values(registry.url())) {
            assertOutage(values);
        }
    }

    @Test
    void noSuchSchemaIsNoOutage() {
        try (var registry = new ScriptedRegistry(404, NO_SUCH_SCHEMA);
                var values = values(registry.url())) {
            assertThat(values.decode(Samples.TOPIC, SOME_VALUE))
                    .isEqualTo(new Value.Undecodable(UNKNOWN_SCHEMA_ID, "the registry has no schema 1"));
        }
    }

    @Test
    void aRegistryThatIsAwayIsAskedAgainAndOneThatWasAskedIsNotNeeded() {
        try (var database = EmbeddedDatabase.inMemory();
                MongoClient client = MongoClients.create(database.uri())) {
            var first = EmbeddedRegistry.start(client.getDatabase("registry"), 0);
            int port = URI.create(first.url()).getPort();
            try (var knowing = values(first.url());
                    var fresh = values(first.url())) {
                var bytes = knowing.encode(Samples.TOPIC, Samples.registerMethod());
                knowing.decode(Samples.TOPIC, bytes);
                first.close();

                assertThat(knowing.encode(Samples.TOPIC, Samples.registerMethod()))
                        .isEqualTo(bytes);
                assertThat(knowing.decode(Samples.TOPIC, bytes)).isEqualTo(new Value.Record(Samples.registerMethod()));
                assertThatExceptionOfType(OutageException.class).isThrownBy(() -> fresh.decode(Samples.TOPIC, bytes));
                assertThatExceptionOfType(OutageException.class)
                        .isThrownBy(() -> fresh.encode(Samples.TOPIC, Samples.registerMethod()));

                try (var second = EmbeddedRegistry.start(client.getDatabase("registry"), port)) {
                    assertThat(second.url()).isEqualTo(first.url());
                    assertThat(fresh.decode(Samples.TOPIC, bytes))
                            .isEqualTo(new Value.Record(Samples.registerMethod()));
                }
            }
        }
    }

    @Test
    void theNextAddressIsAskedWhereOneDoesNotAnswer() {
        try (var broken = new ScriptedRegistry(500, "");
                var registry = EmbeddedRegistry.inMemory();
                var values = values("http://localhost:1," + broken.url() + "," + registry.url())) {
            var bytes = values.encode(Samples.TOPIC, Samples.confirmMethod(1));

            assertThat(values.decode(Samples.TOPIC, bytes)).isEqualTo(new Value.Record(Samples.confirmMethod(1)));
        }
    }

    @ParameterizedTest
    @CsvSource({"409, 409", "422, 42201", "404, 40401"})
    void aSchemaThatTheRegistryRefusesWaitsForAnOperator(int status, int code) {
        try (var registry = new ScriptedRegistry(status, "{\"error_code\":" + code + "}");
                var values = values(registry.url())) {
            assertThatExceptionOfType(OutageException.class)
                    .isThrownBy(() -> values.encode(Samples.TOPIC, Samples.confirmMethod(1)));
        }
    }

    private static AvroValues values(String url) {
        return AvroValues.with(Map.of("schema.registry.url", url));
    }

    private static void assertOutage(AvroValues values) {
        assertThatExceptionOfType(OutageException.class).isThrownBy(() -> values.decode(Samples.TOPIC, SOME_VALUE));
    }
}
