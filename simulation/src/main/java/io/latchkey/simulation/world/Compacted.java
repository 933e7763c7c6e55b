package io.latchkey.simulation.world;

import static java.util.Objects.requireNonNull;

import io.latchkey.messaging.decision.AggregateKey;
import io.latchkey.messaging.engine.AggregateDocument;
import io.latchkey.messaging.engine.ValueStamp;
import io.latchkey.messaging.kafka.CompactedValues;
import io.latchkey.registration.aggregate.Command;
import io.latchkey.registration.aggregate.Outcome;
import io.latchkey.registration.aggregate.State;
import io.latchkey.schemas.EventMetadata;
import io.latchkey.schemas.RegistrationStatus;
import io.latchkey.simulation.world.Tellings.Told;
import java.util.Arrays;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;

/** Compares what compaction would keep with what registration has stored. */
public final class Compacted {

    private final World world;
    private final Aggregates<State, Command, Outcome> registration;
    private final CompactedValues<State> values;

    public Compacted(World world) {
        this.world = world;
        this.registration = world.databases().registration();
        this.values = requireNonNull(registration.values(), "registration keeps values");
    }

    /**
     * A value that is not what is stored.
     *
     * @param compared whether its teller looked afterwards whether it was still true
     */
    public record Stale(String what, boolean compared) {}

    /**
     * Every one there is. Of an aggregate that a restored database has never heard of, and the log no longer tells of, the
     * value stays.
     */
    public Stream<Stale> stale() {
        boolean restored = world.facts().wasRestored(Service.REGISTRATION);
        return registration.store().documents().values().stream()
                .filter(document -> document.existed() || !restored)
                .flatMap(this::stale);
    }

    private Stream<Stale> stale(AggregateDocument<State> document) {
        var told = world.facts().tellings().last(document.key());
        if (told.isEmpty()) {
            return document.existed() ? Stream.of(new Stale("nothing was told of " + document, true)) : Stream.empty();
        }
        var last = told.get();
        return tells(last, document)
                ? Stream.empty()
                : Stream.of(new Stale(
                        last.record() + " of " + last.teller() + " is the last and not what is stored: " + document,
                        last.compared()));
    }

    private boolean tells(Told told, AggregateDocument<State> document) {
        var state = document.state();
        var value = world.decode(told.record());
        if (state == null || value == null) {
            return state == null && told.record().value() == null;
        }
        var key = AggregateKey.parse(document.key());
        var stamp = stamp(value, key, document);
        var topic = told.record().partition().topic();
        return Arrays.equals(told.record().value(), world.encode(topic, values.write(key, state, stamp)));
    }

    /** A sweep that takes out what it has emitted makes another version of what it told. */
    private ValueStamp stamp(SpecificRecord told, AggregateKey key, AggregateDocument<State> document) {
        var topic = Service.name(values.eventsOf(key));
        long version = told instanceof RegistrationStatus status ? status.getRevision() : document.version();
        return new ValueStamp(
                ((EventMetadata) told.get(0)).getEventId(),
                document.epoch(),
                document.sequences().getOrDefault(topic, 0L),
                version,
                document.touched());
    }
}
