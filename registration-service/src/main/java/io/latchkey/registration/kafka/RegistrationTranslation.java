package io.latchkey.registration.kafka;

import io.latchkey.messaging.engine.Preparation;
import io.latchkey.messaging.kafka.Translation;
import io.latchkey.messaging.sealing.Opener;
import io.latchkey.messaging.sealing.Sealer;
import io.latchkey.registration.method.MethodCommand;
import io.latchkey.registration.method.MethodOutcome;
import io.latchkey.registration.question.AnswerHasher;
import io.latchkey.registration.question.AnswerPreparation;
import io.latchkey.schemas.EventMetadata;
import io.latchkey.schemas.topics.Topic;
import java.time.Instant;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.springframework.stereotype.Component;

/** Registration's records; every outcome goes to one topic, since their order matters. */
@Component
public class RegistrationTranslation implements Translation<MethodCommand, MethodOutcome> {

    private final RegistrationCommands commands;
    private final RegistrationEvents events;

    public RegistrationTranslation(Opener opener, Sealer sealer, AnswerHasher hasher) {
        commands = new RegistrationCommands(opener, new AnswerPreparation(hasher));
        events = new RegistrationEvents(new Told(sealer));
    }

    @Override
    public Optional<Preparation<MethodCommand>> read(SpecificRecord record, Instant logTime) {
        return commands.read(record);
    }

    @Override
    public Topic topicOf(MethodOutcome outcome) {
        return Topic.REGISTRATION_EVENTS;
    }

    @Override
    public SpecificRecord write(MethodOutcome outcome, EventMetadata metadata) {
        return events.write(outcome, metadata);
    }
}
