package io.latchkey.simulation.world;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.latchkey.messaging.engine.InputRecord;
import io.latchkey.messaging.kafka.EngineValues;
import io.latchkey.schemas.topics.Topic;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** What was told on compacted topics, by whom, and whether whoever told it looked afterwards whether it was still true. */
public final class Tellings {

    private static final Set<String> TOPICS =
            Set.of(Service.name(Topic.REGISTRATION_STATUS), Service.name(Topic.POLICIES));

    private final Map<String, List<Told>> byKey = new LinkedHashMap<>();

    /**
     * A value or a tombstone.
     *
     * @param teller one thread of one run of an instance
     * @param compared whether the teller looked after this was appended whether it was still true, and went on
     */
    public record Told(InputRecord record, String teller, boolean compared) {

        private Told seen() {
            return new Told(record, teller, true);
        }
    }

    void appended(InputRecord record, String teller) {
        if (TOPICS.contains(record.partition().topic())) {
            var key = new String(Objects.requireNonNull(record.key(), "every value has a key"), UTF_8);
            byKey.computeIfAbsent(key, any -> new ArrayList<>()).add(new Told(record, teller, false));
        }
    }

    /** An engine: what has moved it tells again, or whoever works on its batch after it. */
    void compared(Set<String> keys, String teller) {
        keys.forEach(key -> mark(key, told -> told.teller().equals(teller)));
    }

    /** A sweep: what has moved it may leave until it begins its page again. */
    void unmoved(Map<String, Long> versions, String teller) {
        versions.forEach((key, version) ->
                mark(key, told -> told.teller().equals(teller) && version(told).equals(version)));
    }

    private void mark(String key, Predicate<Told> which) {
        byKey.getOrDefault(key, new ArrayList<>()).replaceAll(told -> which.test(told) ? told.seen() : told);
    }

    private static Long version(Told told) {
        var header = Objects.requireNonNull(told.record().header(EngineValues.VERSION), EngineValues.VERSION);
        return Long.valueOf(new String(header.value(), UTF_8));
    }

    /** Of every aggregate, in the order in which they are on the topic. */
    public Map<String, List<Told>> byKey() {
        return byKey;
    }

    /** What compaction keeps. */
    public Optional<Told> last(String key) {
        var all = byKey.getOrDefault(key, List.of());
        return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
    }
}
