package io.latchkey.infrastructure.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.avro.Schema;
import tools.jackson.databind.json.JsonMapper;

/**
 * The schemas of all subjects. None is ever deleted: a topic or a dead letter may name it for as long as it is kept.
 * Every change is in the store before anybody sees it.
 */
final class Subjects {

    private static final JsonMapper JSON = new JsonMapper();

    private final RegistryStore store;
    private final Map<String, List<SchemaVersion>> subjects = new TreeMap<>();
    private final Map<String, Integer> ids = new TreeMap<>();

    Subjects(RegistryStore store, Map<String, String> documents) {
        this.store = store;
        documents.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(StoreKeys.VERSION))
                .map(entry -> JSON.readValue(entry.getValue(), SchemaVersion.class))
                .sorted((one, other) -> Integer.compare(one.version(), other.version()))
                .forEach(this::remember);
    }

    synchronized List<String> names() {
        return List.copyOf(subjects.keySet());
    }

    /** Oldest first; empty where nothing was registered. */
    synchronized List<SchemaVersion> versions(String subject) {
        return List.copyOf(subjects.getOrDefault(subject, List.of()));
    }

    /** Everywhere that a schema is registered; empty for an unknown id. */
    synchronized List<SchemaVersion> withId(int id) {
        return subjects.values().stream()
                .flatMap(List::stream)
                .filter(version -> version.id() == id)
                .toList();
    }

    synchronized Optional<SchemaVersion> find(String subject, Schema schema) {
        return versions(subject).stream()
                .filter(version -> version.schema().equals(schema.toString()))
                .findFirst();
    }

    /** @throws Refusal if the subject does not have this schema yet and the level forbids it */
    synchronized SchemaVersion register(String subject, Schema schema, Compatibility level, Mode mode) {
        return find(subject, schema).orElseGet(() -> registerNew(subject, schema, level, mode));
    }

    private SchemaVersion registerNew(String subject, Schema schema, Compatibility level, Mode mode) {
        if (mode == Mode.READONLY) {
            throw Refusal.readOnly(subject);
        }
        var earlier = versions(subject).stream().map(SchemaVersion::parsed).toList();
        var objections = level.objections(schema, earlier);
        if (!objections.isEmpty()) {
            throw Refusal.incompatible(subject, String.join("; ", objections));
        }
        var version = next(subject, schema.toString());
        store.put(version.key(), JSON.writeValueAsString(version));
        remember(version);
        return version;
    }

    private SchemaVersion next(String subject, String schema) {
        var known = versions(subject);
        int version = known.isEmpty() ? 1 : known.getLast().version() + 1;
        return new SchemaVersion(subject, version, ids.getOrDefault(schema, ids.size() + 1), schema);
    }

    private void remember(SchemaVersion version) {
        subjects.computeIfAbsent(version.subject(), subject -> new ArrayList<>())
                .add(version);
        ids.put(version.schema(), version.id());
    }
}
