package io.latchkey.crashtest.checker;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;

/** The writers' schemas, asked of the registry by id. */
final class Registry {

    private static final int FOUND = 200;

    private final HttpClient http = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();
    private final Map<Integer, Optional<Schema>> known = new ConcurrentHashMap<>();
    private final String url;

    Registry(String url) {
        this.url = url;
    }

    /** Empty for an id that the registry does not know. */
    Optional<Schema> schema(int id) {
        return known.computeIfAbsent(id, this::asked);
    }

    private Optional<Schema> asked(int id) {
        try {
            var request = HttpRequest.newBuilder(URI.create(url + "/schemas/ids/" + id))
                    .build();
            var answer = http.send(request, BodyHandlers.ofString());
            return answer.statusCode() == FOUND
                    ? Optional.of(new Schema.Parser()
                            .parse(json.readTree(answer.body()).path("schema").asText()))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while asking the registry", e);
        }
    }
}
