package io.latchkey.infrastructure.registry;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;

/** Registering, finding and comparing schemas. */
record SubjectRoutes(Subjects subjects, Settings<Compatibility> levels, Settings<Mode> modes) {

    private static final List<String> LATEST = List.of("latest", "-1");

    List<Route> routes() {
        return List.of(
                Route.of("GET", "/subjects", request -> subjects.names()),
                Route.of("POST", "/subjects/{subject}", this::lookUp),
                Route.of("GET", "/subjects/{subject}/versions", this::versions),
                Route.of("POST", "/subjects/{subject}/versions", this::register),
                Route.of("GET", "/subjects/{subject}/versions/{version}", this::version),
                Route.of("GET", "/subjects/{subject}/versions/{version}/schema", this::schemaOfVersion),
                Route.of("GET", "/schemas/types", request -> List.of("AVRO")),
                Route.of("GET", "/schemas/ids/{id}", this::schema),
                Route.of("GET", "/schemas/ids/{id}/schema", this::schemaOnly),
                Route.of("GET", "/schemas/ids/{id}/subjects", this::subjectsWithId),
                Route.of("GET", "/schemas/ids/{id}/versions", this::versionsWithId),
                Route.of("POST", "/compatibility/subjects/{subject}/versions", this::compatibleWithAll),
                Route.of("POST", "/compatibility/subjects/{subject}/versions/{version}", this::compatibleWithOne));
    }

    private Map<String, Object> register(Request request) {
        var subject = request.segment(1);
        return Map.of(
                "id",
                subjects.register(subject, request.schema(), levels.of(subject), modes.of(subject))
                        .id());
    }

    private SchemaVersion lookUp(Request request) {
        var schema = request.schema();
        existing(request.segment(1));
        return subjects.find(request.segment(1), schema).orElseThrow(Refusal::schemaNotFound);
    }

    private List<Integer> versions(Request request) {
        return existing(request.segment(1)).stream().map(SchemaVersion::version).toList();
    }

    private SchemaVersion version(Request request) {
        return version(existing(request.segment(1)), request.segment(3));
    }

    private SchemaVersion version(List<SchemaVersion> versions, String asked) {
        if (LATEST.contains(asked)) {
            return versions.getLast();
        }
        int number = number(asked);
        return versions.stream()
                .filter(version -> version.version() == number)
                .findFirst()
                .orElseThrow(() -> Refusal.versionNotFound(number));
    }

    private static int number(String version) {
        try {
            return Integer.parseUnsignedInt(version);
        } catch (NumberFormatException e) {
            throw Refusal.invalidVersion(version);
        }
    }

    private Route.Raw schemaOfVersion(Request request) {
        return new Route.Raw(version(request).schema());
    }

    private Map<String, Object> schema(Request request) {
        return Map.of("schema", withId(request).getFirst().schema());
    }

    private Route.Raw schemaOnly(Request request) {
        return new Route.Raw(withId(request).getFirst().schema());
    }

    private List<String> subjectsWithId(Request request) {
        return withId(request).stream().map(SchemaVersion::subject).toList();
    }

    private List<Map<String, Object>> versionsWithId(Request request) {
        return withId(request).stream()
                .map(found -> Map.<String, Object>of("subject", found.subject(), "version", found.version()))
                .toList();
    }

    private Map<String, Object> compatibleWithAll(Request request) {
        return verdict(request, subjects.versions(request.segment(2)));
    }

    private Map<String, Object> compatibleWithOne(Request request) {
        return verdict(request, List.of(version(existing(request.segment(2)), request.segment(4))));
    }

    private Map<String, Object> verdict(Request request, List<SchemaVersion> earlier) {
        List<Schema> schemas = earlier.stream().map(SchemaVersion::parsed).toList();
        var objections = levels.of(request.segment(2)).objections(request.schema(), schemas);
        Map<String, Object> verdict = new LinkedHashMap<>();
        verdict.put("is_compatible", objections.isEmpty());
        if (request.asks("verbose")) {
            verdict.put("messages", objections);
        }
        return verdict;
    }

    private List<SchemaVersion> existing(String subject) {
        var versions = subjects.versions(subject);
        if (versions.isEmpty()) {
            throw Refusal.subjectNotFound(subject);
        }
        return versions;
    }

    private List<SchemaVersion> withId(Request request) {
        var versions = subjects.withId(request.id());
        if (versions.isEmpty()) {
            throw Refusal.schemaNotFound();
        }
        return versions;
    }
}
