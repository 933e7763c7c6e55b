package io.latchkey.messaging.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.latchkey.messaging.decision.AggregateKey;
import io.latchkey.messaging.engine.Codec;
import io.latchkey.messaging.engine.DeadLetterReason;
import io.latchkey.messaging.engine.Decoded;
import io.latchkey.messaging.engine.Envelope;
import io.latchkey.messaging.engine.InputRecord;
import io.latchkey.messaging.engine.Origin;
import io.latchkey.messaging.engine.OutputRecord;
import io.latchkey.messaging.engine.Preparation;
import io.latchkey.messaging.engine.Tally.Command;
import io.latchkey.messaging.engine.Tally.Outcome;
import io.latchkey.schemas.topics.Topic;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Commands as text: id and number; replies as text: event id, command id, sequence and sum. */
record TextCodec(Topics topics) implements Codec<Command, Outcome> {

    @Override
    public Decoded<Command> decode(InputRecord input) {
        var parts = new String(Objects.requireNonNull(input.value()), UTF_8).split(" ", -1);
        if (parts.length != 2) {
            return new Decoded.Undecodable<>(DeadLetterReason.MALFORMED, "not two words");
        }
        var id = UUID.fromString(parts[0]);
        var key = AggregateKey.parse(new String(Objects.requireNonNull(input.key()), UTF_8));
        Preparation<Command> preparation =
                () -> new Preparation.Prepared<>(new Command.Add(Long.parseLong(parts[1])), parts[1].getBytes(UTF_8));
        return new Decoded.Relevant<>(key, new Origin.Command(id, true), id, preparation);
    }

    @Override
    public String topicOf(Outcome outcome) {
        return topics.name(Topic.REGISTRATION_EVENTS);
    }

    @Override
    public OutputRecord encode(Outcome outcome, Envelope envelope) {
        long sum = outcome instanceof Outcome.Added added ? added.sum() : -1;
        var text = String.join(
                " ",
                envelope.eventId().toString(),
                String.valueOf(envelope.commandId()),
                Long.toString(envelope.sequence()),
                Long.toString(sum));
        return new OutputRecord(
                topicOf(outcome), envelope.key().value().getBytes(UTF_8), text.getBytes(UTF_8), List.of());
    }
}
