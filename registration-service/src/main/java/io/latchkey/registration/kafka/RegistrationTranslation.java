package io.latchkey.registration.kafka;

import io.latchkey.messaging.engine.Preparation;
import io.latchkey.messaging.engine.Preparation.Prepared;
import io.latchkey.messaging.kafka.Translation;
import io.latchkey.messaging.sealing.Opener;
import io.latchkey.messaging.sealing.Sealer;
import io.latchkey.registration.aggregate.Command;
import io.latchkey.registration.aggregate.Outcome;
import io.latchkey.registration.question.AnswerHasher;
import io.latchkey.registration.question.AnswerPreparation;
import io.latchkey.schemas.DefinePolicy;
import io.latchkey.schemas.EventMetadata;
import io.latchkey.schemas.topics.Topic;
import java.time.Instant;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Registration's records; every outcome goes to one topic, since their order matters. */
@Component
public class RegistrationTranslation implements Translation<Command, Outcome> {

    private final RegistrationCommands accounts;
    private final PolicyCommands tenants;
    private final RegistrationEvents events;
    private final PolicyEvents policies;

    public RegistrationTranslation(Opener opener, Sealer sealer, AnswerHasher hasher) {
        accounts = new RegistrationCommands(opener, new AnswerPreparation(hasher));
        tenants = new PolicyCommands(opener);
        events = new RegistrationEvents(new Told(sealer));
        policies = new PolicyEvents(sealer);
    }

    @Override
    public Optional<Preparation<Command>> read(SpecificRecord record, Instant logTime) {
        return record instanceof DefinePolicy define
                ? Optional.of(() -> define(define))
                : accounts.read(record).map(preparation -> () -> {
                    var prepared = preparation.prepare();
                    return new Prepared<>(new Command.ToAccount(prepared.command()), prepared.content());
                });
    }

    private Prepared<Command> define(DefinePolicy record) {
        var command = tenants.read(record);
        return new Prepared<>(new Command.ToTenant(command), PolicyContent.of(command));
    }

    @Override
    public Topic topicOf(Outcome outcome) {
        return Topic.REGISTRATION_EVENTS;
    }

    @Override
    public SpecificRecord write(Outcome outcome, EventMetadata metadata) {
        return write(outcome, metadata, null);
    }

    @Override
    public SpecificRecord write(Outcome outcome, EventMetadata metadata, @Nullable String destroyedKeyId) {
        return switch (outcome) {
            case Outcome.OfAccount(var account) -> events.write(account, metadata, destroyedKeyId);
            case Outcome.OfTenant(var tenant) -> policies.write(tenant, metadata);
        };
    }
}
