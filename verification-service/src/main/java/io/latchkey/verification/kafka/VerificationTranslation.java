package io.latchkey.verification.kafka;

import io.latchkey.messaging.engine.Preparation;
import io.latchkey.messaging.kafka.Translation;
import io.latchkey.messaging.sealing.Opener;
import io.latchkey.messaging.sealing.Sealer;
import io.latchkey.schemas.EventMetadata;
import io.latchkey.schemas.topics.Topic;
import io.latchkey.verification.code.VerificationCommand;
import io.latchkey.verification.code.VerificationOutcome;
import java.time.Instant;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.springframework.stereotype.Component;

/** Verification's records. Codes go to a topic of their own, which notification alone may read. */
@Component
public class VerificationTranslation implements Translation<VerificationCommand, VerificationOutcome> {

    private final VerificationCommands commands;
    private final VerificationEvents events;

    public VerificationTranslation(Opener opener, Sealer sealer) {
        commands = new VerificationCommands(opener);
        events = new VerificationEvents(sealer);
    }

    @Override
    public Optional<Preparation<VerificationCommand>> read(SpecificRecord record, Instant logTime) {
        return commands.read(record);
    }

    @Override
    public Topic topicOf(VerificationOutcome outcome) {
        return switch (outcome) {
            case VerificationOutcome.SendCode send -> Topic.VERIFICATION_CODES;
            case VerificationOutcome.CodeIssued issued -> Topic.VERIFICATION_EVENTS;
            case VerificationOutcome.CodeVerified verified -> Topic.VERIFICATION_EVENTS;
            case VerificationOutcome.CodeRejected rejected -> Topic.VERIFICATION_EVENTS;
            case VerificationOutcome.GuessesExhausted exhausted -> Topic.VERIFICATION_EVENTS;
        };
    }

    @Override
    public SpecificRecord write(VerificationOutcome outcome, EventMetadata metadata) {
        return events.write(outcome, metadata);
    }
}
