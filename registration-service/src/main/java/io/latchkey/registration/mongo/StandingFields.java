package io.latchkey.registration.mongo;

import io.latchkey.registration.method.EligibilityReason;
import io.latchkey.registration.method.MethodId;
import io.latchkey.registration.method.Requirement;
import io.latchkey.registration.method.Standing;
import io.latchkey.registration.policy.MethodKind;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;

/** Where an account stands. */
final class StandingFields {

    private StandingFields() {}

    static Document encode(Standing standing) {
        return new Document("policyVersion", standing.policyVersion())
                .append("registered", standing.registered())
                .append("enabled", standing.enabled())
                .append("capable", standing.capable())
                .append("reason", standing.reason().name())
                .append("counting", encode(standing.countingMethods()))
                .append("missing", encode(standing.missing()))
                .append("recommended", encode(standing.recommended()));
    }

    static Standing decode(Document standing) {
        return new Standing(
                standing.getLong("policyVersion"),
                standing.getBoolean("registered"),
                standing.getBoolean("enabled"),
                standing.getBoolean("capable"),
                EligibilityReason.valueOf(standing.getString("reason")),
                methods(standing),
                requirements(standing, "missing"),
                requirements(standing, "recommended"));
    }

    private static Document encode(Map<MethodKind, MethodId> methods) {
        var document = new Document();
        methods.forEach(
                (kind, method) -> document.append(kind.name(), method.value().toString()));
        return document;
    }

    private static Map<MethodKind, MethodId> methods(Document standing) {
        var methods = new EnumMap<MethodKind, MethodId>(MethodKind.class);
        standing.get("counting", Document.class)
                .forEach((kind, id) ->
                        methods.put(MethodKind.valueOf(kind), new MethodId(UUID.fromString((String) id))));
        return methods;
    }

    private static List<Document> encode(List<Requirement> requirements) {
        return requirements.stream()
                .map(requirement -> new Document("kind", requirement.kind().name())
                        .append("count", requirement.count())
                        .append("kinds", names(requirement.kinds())))
                .toList();
    }

    private static List<Requirement> requirements(Document standing, String field) {
        return standing.getList(field, Document.class).stream()
                .map(requirement -> new Requirement(
                        Requirement.Kind.valueOf(requirement.getString("kind")),
                        requirement.getInteger("count"),
                        kinds(requirement, "kinds")))
                .toList();
    }

    private static List<String> names(Collection<MethodKind> kinds) {
        return kinds.stream().sorted().map(MethodKind::name).toList();
    }

    private static List<MethodKind> kinds(Document document, String field) {
        return document.getList(field, String.class).stream()
                .map(MethodKind::valueOf)
                .toList();
    }
}
