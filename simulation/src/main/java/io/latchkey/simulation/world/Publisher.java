package io.latchkey.simulation.world;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.latchkey.messaging.avro.AvroValues;
import io.latchkey.messaging.decision.AggregateKey;
import io.latchkey.messaging.engine.InputRecord;
import io.latchkey.messaging.engine.OutputRecord;
import io.latchkey.messaging.sealing.AssociatedData;
import io.latchkey.messaging.sealing.Sealer;
import io.latchkey.schemas.CommandMetadata;
import io.latchkey.schemas.KeyOwner;
import io.latchkey.schemas.Sealed;
import io.latchkey.schemas.topics.Topic;
import io.latchkey.simulation.model.TaggedSeals;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;

/** Publishes commands, and remembers which. */
final class Publisher {

    private static final long COMMANDS = 0xc0;

    private final World world;
    private final AvroValues values;
    private final Sealer sealer = new TaggedSeals();
    private final List<UUID> published = new ArrayList<>();
    private int commands;

    Publisher(World world, AvroValues values) {
        this.world = world;
        this.values = values;
    }

    /** A new id of a command. */
    UUID next() {
        return new UUID(COMMANDS, ++commands);
    }

    List<UUID> published() {
        return published;
    }

    CommandMetadata metadata(AggregateKey account, UUID id) {
        return new CommandMetadata(id, account.tenantId(), account.userId(), world.now(), id, null);
    }

    Sealed seal(KeyOwner owner, String purpose, AggregateKey account, UUID id, String value) {
        return sealer.seal(owner, new AssociatedData(purpose, account, id), value);
    }

    /** Something that is to be answered. */
    void publish(Topic topic, AggregateKey account, UUID id, String content, SpecificRecord record) {
        var appended = append(topic, account, record, "portal");
        published.add(id);
        world.facts().intended(new Facts.Intent(id, account, content, appended));
    }

    InputRecord append(Topic topic, AggregateKey key, SpecificRecord record, String by) {
        var name = Service.name(topic);
        return world.append(
                new OutputRecord(name, key.value().getBytes(UTF_8), values.encode(name, record), List.of()), by);
    }
}
