package io.latchkey.simulation.proof;

import io.latchkey.messaging.decision.AggregateKey;
import io.latchkey.messaging.engine.InputRecord;
import io.latchkey.schemas.EventMetadata;
import io.latchkey.schemas.PolicyDefined;
import io.latchkey.schemas.RegistrationStatus;
import io.latchkey.schemas.topics.Topic;
import io.latchkey.simulation.world.Facts;
import io.latchkey.simulation.world.Service;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;

/** What the services told, each event once, at its first appearance. */
public final class Story {

    static final String OF_REGISTRATION = Service.name(Topic.REGISTRATION_EVENTS);

    private final List<Told> events = new ArrayList<>();
    private final List<Repeat> repeats = new ArrayList<>();

    /** An event at one appearance. */
    public record Told(InputRecord record, SpecificRecord value, EventMetadata metadata) {

        public AggregateKey account() {
            return new AggregateKey(metadata.getTenantId(), metadata.getUserId());
        }

        /** An event and its repeats; after a restore the same id may begin another epoch. */
        private Identity identity() {
            return new Identity(metadata.getEventId(), metadata.getEpoch());
        }

        @Override
        public String toString() {
            return value.getSchema().getName() + " " + metadata.getEventId() + " of "
                    + account().value() + " at " + record;
        }
    }

    /** A later appearance of an event. */
    public record Repeat(Told first, Told again) {}

    private record Identity(UUID eventId, Instant epoch) {}

    static Story of(Facts facts) {
        var story = new Story();
        Map<Identity, Told> first = new LinkedHashMap<>();
        for (var appended : facts.appended()) {
            var value = appended.value();
            if (value != null && !compacted(value) && value.get(0) instanceof EventMetadata metadata) {
                var told = new Told(appended.record(), value, metadata);
                var before = first.putIfAbsent(told.identity(), told);
                if (before == null) {
                    story.events.add(told);
                } else {
                    story.repeats.add(new Repeat(before, told));
                }
            }
        }
        return story;
    }

    /** What a topic keeps of an aggregate tells nothing that an event has not told. */
    private static boolean compacted(SpecificRecord value) {
        return value instanceof RegistrationStatus || value instanceof PolicyDefined;
    }

    /** First appearances, in order. */
    public List<Told> events() {
        return events;
    }

    /** All later appearances. */
    public List<Repeat> repeats() {
        return repeats;
    }

    /** The first appearances of one type of event. */
    public <T extends SpecificRecord> List<T> all(Class<T> type) {
        return events.stream()
                .map(Told::value)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }
}
