package io.latchkey.registration.web;

import io.latchkey.registration.policy.QuestionRules;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The fields of a JSON object by their types. One of another type is noted, and has its default from then on. */
final class PolicyFields {

    private final ObjectNode object;
    private final Set<String> asked = new HashSet<>();
    private final List<Problem.Fault> faults = new ArrayList<>();

    PolicyFields(ObjectNode object) {
        this.object = object;
    }

    List<Problem.Fault> faults() {
        return List.copyOf(faults);
    }

    /** Notes fields that nobody asked for; not by their names, which are the caller's. */
    void refuseOthers() {
        if (!asked.containsAll(object.propertyNames())) {
            faults.add(new Problem.Fault("", "only fields that the schema Policy of /openapi.json has"));
        }
    }

    int number(String name, int fallback) {
        return field(name, JsonNode::isInt, JsonNode::intValue, "a whole number", fallback);
    }

    boolean flag(String name, boolean fallback) {
        return field(name, JsonNode::isBoolean, JsonNode::booleanValue, "true or false", fallback);
    }

    @Nullable
    String textOrNull(String name) {
        return isNull(name) ? null : field(name, JsonNode::isString, JsonNode::stringValue, "a text, or null", "");
    }

    List<String> texts(String name) {
        return field(name, PolicyFields::texts, PolicyFields::strings, "a list of texts", List.of());
    }

    @Nullable
    List<String> textsOrNull(String name) {
        return isNull(name) ? null : texts(name);
    }

    /** Empty for a constant that there is not. */
    <E extends Enum<E>> Optional<E> constant(String name, Class<E> type, E fallback) {
        return field(
                name, JsonNode::isString, node -> constant(node.stringValue(), type), "a text", Optional.of(fallback));
    }

    <E extends Enum<E>> List<Optional<E>> constants(String name, Class<E> type, List<Optional<E>> fallback) {
        return field(
                name,
                PolicyFields::texts,
                node -> strings(node).stream().map(text -> constant(text, type)).toList(),
                "a list of texts",
                fallback);
    }

    List<QuestionRules.Custom> questions(String name) {
        return field(
                name,
                node -> node.isArray() && node.valueStream().allMatch(PolicyFields::question),
                node -> node.valueStream()
                        .map(each -> new QuestionRules.Custom(
                                each.get("questionId").stringValue(),
                                each.get("text").stringValue()))
                        .toList(),
                "a list of objects, each with questionId and text",
                List.of());
    }

    private boolean isNull(String name) {
        asked.add(name);
        var node = object.get(name);
        return node == null || node.isNull();
    }

    private <T> T field(
            String name, Predicate<JsonNode> right, Function<JsonNode, T> value, String requirement, T fallback) {
        asked.add(name);
        var node = object.get(name);
        if (node == null) {
            return fallback;
        }
        if (right.test(node)) {
            return value.apply(node);
        }
        faults.add(new Problem.Fault(name, requirement));
        return fallback;
    }

    private static boolean texts(JsonNode node) {
        return node.isArray() && node.valueStream().allMatch(JsonNode::isString);
    }

    private static List<String> strings(JsonNode texts) {
        return texts.valueStream().map(JsonNode::stringValue).toList();
    }

    private static boolean question(JsonNode node) {
        return node.size() == 2
                && node.path("questionId").isString()
                && node.path("text").isString();
    }

    private static <E extends Enum<E>> Optional<E> constant(String name, Class<E> type) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(name))
                .findFirst();
    }
}
