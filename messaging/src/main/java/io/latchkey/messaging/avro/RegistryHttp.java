package io.latchkey.messaging.avro;

import io.latchkey.messaging.engine.OutageException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks a registry over HTTP, one address after the other until one answers. */
final class RegistryHttp implements AutoCloseable {
    private static final String MEDIA_TYPE = "application/vnd.schemaregistry.v1+json";
    private static final JsonMapper JSON = new JsonMapper();

    /** Answers that say nothing about the schema asked for: credentials, time-outs, rate limits. */
    private static final Set<Integer> NOT_AN_ANSWER = Set.of(401, 403, 407, 408, 429);

    private final HttpClient client;
    private final List<Address> addresses;
    private final Duration readTimeout;

    RegistryHttp(SerdeSettings settings) {
        client = HttpClient.newBuilder()
                .connectTimeout(settings.connectTimeout())
                .version(HttpClient.Version.HTTP_1_1)
                .build();
        addresses = settings.urls().stream()
                .map(url -> Address.of(url, settings.userInfo(url).orElse(null)))
                .toList();
        readTimeout = settings.readTimeout();
    }

    /**
     * What the registry says.
     *
     * @param errorCode Confluent's, such as 40403; 0 where all is well
     */
    record Answer(int errorCode, JsonNode body) {
        boolean ok() {
            return errorCode == 0;
        }
    }

    /** @throws OutageException if no address gives an answer that is the registry's own */
    Answer get(String path) {
        return ask("GET", path, BodyPublishers.noBody());
    }

    /** @throws OutageException if no address gives an answer that is the registry's own */
    Answer post(String path, Map<String, ?> body) {
        return ask("POST", path, BodyPublishers.ofString(JSON.writeValueAsString(body)));
    }

    private Answer ask(String method, String path, BodyPublisher body) {
        var outage = new OutageException("schema registry: no address is configured");
        for (var address : addresses) {
            try {
                return ask(address.request(path)
                        .timeout(readTimeout)
                        .method(method, body)
                        .build());
            } catch (OutageException e) {
                outage = e;
            }
        }
        throw outage;
    }

    private Answer ask(HttpRequest request) {
        try {
            return answer(client.send(request, BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new OutageException("schema registry does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OutageException("interrupted while waiting for the schema registry", e);
        }
    }

    private static Answer answer(HttpResponse<String> response) {
        int status = response.statusCode();
        var body = json(response);
        int errorCode = body.path("error_code").asInt(0);
        if (status / 100 == 2 && body.isContainer()) {
            return new Answer(0, body);
        }
        if (status / 100 == 4 && errorCode != 0 && !NOT_AN_ANSWER.contains(status)) {
            return new Answer(errorCode, body);
        }
        throw new OutageException("schema registry answers with HTTP status " + status);
    }

    /** The body; a missing node where it is no JSON: then something else has answered in the registry's place. */
    private static JsonNode json(HttpResponse<String> response) {
        try {
            return JSON.readTree(response.body());
        } catch (JacksonException notJson) {
            return JSON.missingNode();
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
        client.close();
    }

    private record Address(String base, @Nullable String authorization) {
        static Address of(URI url, @Nullable String userInfo) {
            var authority = url.getRawAuthority();
            var host = authority.substring(authority.lastIndexOf('@') + 1);
            var base = url.getScheme() + "://" + host + url.getRawPath().replaceAll("/+$", "");
            return new Address(base, userInfo == null ? null : "Basic " + base64(userInfo));
        }

        HttpRequest.Builder request(String path) {
            var request = HttpRequest.newBuilder(URI.create(base + path))
                    .header("Accept", MEDIA_TYPE + ", application/json")
                    .header("Content-Type", MEDIA_TYPE);
            return authorization == null ? request : request.header("Authorization", authorization);
        }

        private static String base64(String text) {
            return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
        }
    }
}
