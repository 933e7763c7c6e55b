package io.latchkey.registration.web;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The published document, and whether an answer is as it says. */
final class OpenApi {

    static final OpenApi PUBLISHED = new OpenApi();

    /** What every path may answer, as the document says of all of them together. */
    private static final Set<Integer> EVERYWHERE = Set.of(400, 404, 405, 500);

    private final JsonNode document;
    private final Set<String> seen = ConcurrentHashMap.newKeySet();

    private OpenApi() {
        try (var in = new ClassPathResource("openapi.json", OpenApiController.class).getInputStream()) {
            document = JsonMapper.shared().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** By method and path, such as {@code GET /v1/tenants/{tenantId}/report}. */
    Map<String, JsonNode> operations() {
        return document.get("paths").properties().stream()
                .flatMap(path -> path.getValue().properties().stream()
                        .map(operation -> Map.entry(
                                operation.getKey().toUpperCase(java.util.Locale.ROOT) + " " + path.getKey(),
                                operation.getValue())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    JsonNode schema(String name) {
        var schema = document.get("components").get("schemas").get(name);
        assertThat(schema).as("schema " + name).isNotNull();
        return schema;
    }

    Set<String> schemaNames() {
        return Set.copyOf(document.get("components").get("schemas").propertyNames());
    }

    /** Operation and status of every answer so far. */
    Set<String> seen() {
        return Set.copyOf(seen);
    }

    void holds(String method, String path, HttpResponse<String> response) {
        operation(method, path)
                .ifPresentOrElse(
                        name -> holds(name, requireNonNull(operations().get(name)), response),
                        () -> assertThat(EVERYWHERE.contains(response.statusCode())
                                        || response.statusCode() == 401
                                        || response.statusCode() == 403)
                                .as(method + " of an unknown path: " + response.statusCode())
                                .isTrue());
    }

    private void holds(String name, JsonNode operation, HttpResponse<String> response) {
        int status = response.statusCode();
        var documented = operation.get("responses").get(Integer.toString(status));
        if (documented == null) {
            assertThat(EVERYWHERE).as(name).contains(status);
            return;
        }
        seen.add(name + " " + status);
        var type = response.headers().firstValue("Content-Type").orElse("").replaceFirst(";.*", "");
        var content = documented.get("content").get(type);
        assertThat(content).as(name + " " + status + " as " + type).isNotNull();
        if (type.endsWith("json")) {
            conforms(JsonMapper.shared().readTree(response.body()), content.get("schema"), name + " " + status);
        }
    }

    private Optional<String> operation(String method, String path) {
        var asked = path.replaceFirst("[?].*", "");
        return operations().keySet().stream()
                .filter(name -> name.startsWith(method + " "))
                .filter(name ->
                        Pattern.matches(name.substring(method.length() + 1).replaceAll("[{][^}]*[}]", "[^/]+"), asked))
                .min((a, b) -> Integer.compare(variables(a), variables(b)));
    }

    private static int variables(String name) {
        return (int) name.chars().filter(c -> c == '{').count();
    }

    /** Enough of JSON Schema for this document. */
    void conforms(JsonNode value, JsonNode schema, String at) {
        if (schema.has("$ref")) {
            conforms(value, schema(schema.get("$ref").stringValue().replaceFirst(".*/", "")), at);
        } else if (schema.has("oneOf")) {
            conforms(value, schema.get("oneOf").get(value.isNull() ? 1 : 0), at);
        } else {
            conformsHere(value, schema, at);
        }
    }

    private void conformsHere(JsonNode value, JsonNode schema, String at) {
        assertThat(types(schema)).as(at).contains(type(value));
        if (schema.has("enum")) {
            assertThat(schema.get("enum").valueStream().toList()).as(at).contains(value);
        }
        if (value.isArray()) {
            value.forEach(each -> conforms(each, schema.get("items"), at + "[]"));
        }
        if (value.isObject() && schema.has("properties")) {
            assertThat(Set.copyOf(value.propertyNames())).as(at).isEqualTo(required(schema));
            value.properties()
                    .forEach(each -> conforms(
                            each.getValue(), schema.get("properties").get(each.getKey()), at + "." + each.getKey()));
        }
    }

    private static Set<String> required(JsonNode schema) {
        return schema.get("required").valueStream().map(JsonNode::stringValue).collect(Collectors.toSet());
    }

    private static Set<String> types(JsonNode schema) {
        var type = schema.get("type");
        return type.isArray()
                ? new HashSet<>(type.valueStream().map(JsonNode::stringValue).toList())
                : new HashSet<>(List.of(type.stringValue()));
    }

    private static String type(JsonNode value) {
        if (value.isNull()) {
            return "null";
        }
        if (value.isString()) {
            return "string";
        }
        if (value.isBoolean()) {
            return "boolean";
        }
        return value.isArray() ? "array" : value.isObject() ? "object" : "integer";
    }
}
