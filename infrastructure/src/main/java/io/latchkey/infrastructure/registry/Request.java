package io.latchkey.infrastructure.registry;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a client asks.
 *
 * @param path the decoded segments; a subject may hold an encoded slash
 */
record Request(String method, List<String> path, String query, byte[] body) {

    private static final JsonMapper JSON = new JsonMapper();

    static Request of(String method, URI uri, byte[] body) {
        return new Request(method, segments(uri.getRawPath()), String.valueOf(uri.getRawQuery()), body);
    }

    static List<String> segments(String path) {
        return Arrays.stream(path.split("/"))
                .filter(segment -> !segment.isEmpty())
                .map(Request::decoded)
                .toList();
    }

    /** A plus sign is itself in a path. */
    private static String decoded(String segment) {
        try {
            return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw Refusal.badRequest("The path is not encoded properly");
        }
    }

    String segment(int index) {
        return path.get(index);
    }

    boolean asks(String parameter) {
        return Arrays.asList(query.split("&")).contains(parameter + "=true");
    }

    /** The number in the path; 0, which no schema has, for one too large or negative. */
    int id() {
        try {
            return Integer.parseInt(segment(2));
        } catch (NumberFormatException e) {
            throw Refusal.notFound();
        }
    }

    /** A text of the body's object. */
    String text(String field) {
        return json().path(field).asString("");
    }

    /** The Avro schema in the body. */
    Schema schema() {
        var json = json();
        if (!json.path("schemaType").asString("AVRO").equals("AVRO")) {
            throw Refusal.invalidSchema("only Avro is kept here");
        }
        if (!json.path("references").isEmpty()) {
            throw Refusal.invalidSchema("references are not kept here");
        }
        try {
            return new Schema.Parser().parse(json.path("schema").asString(""));
        } catch (AvroRuntimeException e) {
            throw Refusal.invalidSchema("it is no Avro schema");
        }
    }

    private JsonNode json() {
        try {
            var json = JSON.readTree(body);
            if (json.isObject()) {
                return json;
            }
        } catch (JacksonException e) {
            throw Refusal.badRequest("The body is no JSON");
        }
        throw Refusal.badRequest("The body is no JSON object");
    }
}
