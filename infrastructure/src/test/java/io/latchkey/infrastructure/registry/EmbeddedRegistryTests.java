package io.latchkey.infrastructure.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.latchkey.infrastructure.database.EmbeddedDatabase;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class EmbeddedRegistryTests {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String STRING_SCHEMA = "{\"schema\":\"\\\"string\\\"\"}";

    private final HttpClient http = HttpClient.newHttpClient();
    private final EmbeddedRegistry registry = EmbeddedRegistry.inMemory();

    @AfterEach
    void close() {
        registry.close();
        http.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    POST   | /subjects/s/versions               | not json                                    | 400
                    POST   | /subjects/s/versions               | [1]                                         | 400
                    POST   | /subjects/s/versions               | {}                                          | 42201
                    POST   | /subjects/s/versions               | {"schema":"nonsense"}                       | 42201
                    POST   | /subjects/s/versions               | {"schema":"\\"string\\"","schemaType":"JSON"} | 42201
                    POST   | /subjects/s/versions               | {"schema":"\\"string\\"","references":[{}]}   | 42201
                    GET    | /subjects/s/versions/0             | ``                                          | 40401
                    GET    | /subjects/known/versions/first     | ``                                          | 42202
                    GET    | /subjects/known/versions/7         | ``                                          | 40402
                    GET    | /schemas/ids/2147483648            | ``                                          | 404
                    GET    | /schemas/ids/-5                    | ``                                          | 40403
                    GET    | /config/known                      | ``                                          | 40408
                    PUT    | /config                            | {"compatibility":"SIDEWAYS"}                | 42203
                    GET    | /mode/known                        | ``                                          | 40409
                    PUT    | /mode                              | {"mode":"IMPORT"}                           | 42204
                    DELETE | /subjects/known                    | ``                                          | 405
                    GET    | /nowhere                           | ``                                          | 404
                    """)
    void refusesWithTheCodeThatClientsKnow(String method, String path, String body, int code) throws Exception {
        send("POST", "/subjects/known/versions", STRING_SCHEMA);

        var answer = send(method, path, body);

        assertThat(answer.statusCode()).isEqualTo(code < 1000 ? code : code / 100);
        assertThat(JSON.readTree(answer.body()).path("error_code").asInt()).isEqualTo(code);
    }

    @Test
    void refusesABodyThatIsTooLarge() throws Exception {
        assertThat(send("POST", "/subjects/s/versions", "x".repeat((1 << 20) + 1))
                        .statusCode())
                .isEqualTo(413);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    /                                  | {}
                    /subjects                          | ["a/b c+d"]
                    /subjects/a%2Fb%20c+d/versions     | [1]
                    /subjects/a%2Fb%20c+d/versions/-1/schema | "string"
                    /schemas/ids/1                     | {"schema":"\\"string\\""}
                    /schemas/ids/1/schema              | "string"
                    /schemas/types                     | ["AVRO"]
                    /config                            | {"compatibilityLevel":"BACKWARD_TRANSITIVE"}
                    /mode/x?defaultToGlobal=true       | {"mode":"READWRITE"}
                    """)
    void answersInTheApisOwnForm(String path, String body) throws Exception {
        send("POST", "/subjects/a%2Fb%20c+d/versions", STRING_SCHEMA);

        var answer = send("GET", path, "");

        assertThat(answer.headers().firstValue("Content-Type")).contains("application/vnd.schemaregistry.v1+json");
        assertThat(answer.body()).isEqualTo(body);
    }

    @Test
    void resetsASubjectsLevel() throws Exception {
        send("PUT", "/config/s", "{\"compatibility\":\"FULL\"}");

        assertThat(send("DELETE", "/config/s", "").body()).isEqualTo("{\"compatibilityLevel\":\"FULL\"}");

        assertThat(send("GET", "/config/s", "").statusCode()).isEqualTo(404);
    }

    @Test
    void keepsSchemasAndLevelsInItsDatabase() throws Exception {
        try (var database = EmbeddedDatabase.inMemory();
                MongoClient client = MongoClients.create(database.uri())) {
            MongoDatabase kept = client.getDatabase("registry");
            try (var before = EmbeddedRegistry.start(kept, 0)) {
                send(before, "POST", "/subjects/s/versions", STRING_SCHEMA);
                send(before, "PUT", "/config/s", "{\"compatibility\":\"NONE\"}");
                send(before, "POST", "/subjects/s/versions", "{\"schema\":\"\\\"int\\\"\"}");
            }
            try (var after = EmbeddedRegistry.start(kept, 0)) {
                assertThat(send(after, "GET", "/schemas/ids/2", "").body()).isEqualTo("{\"schema\":\"\\\"int\\\"\"}");
                assertThat(send(after, "GET", "/subjects/s/versions", "").body())
                        .isEqualTo("[1,2]");
                assertThat(send(after, "GET", "/config/s", "").body()).isEqualTo("{\"compatibilityLevel\":\"NONE\"}");
                assertThat(send(after, "POST", "/subjects/s/versions", "{\"schema\":\"\\\"long\\\"\"}")
                                .body())
                        .isEqualTo("{\"id\":3}");
            }
        }
    }

    @Test
    void registersNothingThatItCannotKeep() throws Exception {
        var database = EmbeddedDatabase.inMemory();
        try (MongoClient client = MongoClients.create(database.uri() + "/?serverSelectionTimeoutMS=200");
                var failing = EmbeddedRegistry.start(client.getDatabase("registry"), 0)) {
            database.close();

            var answer = send(failing, "POST", "/subjects/s/versions", STRING_SCHEMA);

            assertThat(answer.statusCode()).isEqualTo(500);
            assertThat(send(failing, "GET", "/subjects", "").body()).isEqualTo("[]");
        }
    }

    @Test
    void saysWhichPortIsInUse() {
        int port = URI.create(registry.url()).getPort();

        assertThatThrownBy(() -> EmbeddedRegistry.start(new MemoryStore(), port))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(Integer.toString(port));
    }

    private HttpResponse<String> send(String method, String path, String body) throws Exception {
        return send(registry, method, path, body);
    }

    private HttpResponse<String> send(EmbeddedRegistry registry, String method, String path, String body)
            throws Exception {
        var request = HttpRequest.newBuilder(URI.create(registry.url() + path))
                .method(method, BodyPublishers.ofString(body))
                .build();
        return http.send(request, BodyHandlers.ofString());
    }
}
