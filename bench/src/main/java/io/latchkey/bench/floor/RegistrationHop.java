package io.latchkey.bench.floor;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.latchkey.messaging.avro.AvroValues;
import io.latchkey.messaging.decision.AggregateKey;
import io.latchkey.messaging.decision.Mask;
import io.latchkey.messaging.sealing.AssociatedData;
import io.latchkey.messaging.sealing.Opener;
import io.latchkey.messaging.sealing.Sealer;
import io.latchkey.schemas.Channel;
import io.latchkey.schemas.CodeVerified;
import io.latchkey.schemas.EventMetadata;
import io.latchkey.schemas.KeyOwner;
import io.latchkey.schemas.MethodKind;
import io.latchkey.schemas.MethodProven;
import io.latchkey.schemas.MethodRegistered;
import io.latchkey.schemas.RegisterMethod;
import io.latchkey.schemas.topics.Topic;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bson.Document;

/** RegisterMethod to MethodRegistered, CodeVerified to MethodProven, and where the account stands after each. */
final class RegistrationHop implements Hop {

    static final String NAME = "registration";

    private final Intake intake;
    private final Documents accounts;
    private final Outbox outbox;
    private final Opener opener;
    private final Sealer sealer;
    private final FieldKey fieldKey;
    private final Secret destinations;

    RegistrationHop(
            AvroValues values, Documents accounts, Outbox outbox, Keys keys, FieldKey fieldKey, Secret destinations) {
        this.intake = new Intake(values, Set.of(RegisterMethod.class, CodeVerified.class));
        this.accounts = accounts;
        this.outbox = outbox;
        this.opener = keys.opener(KeyOwner.REGISTRATION);
        this.sealer = keys.sealer();
        this.fieldKey = fieldKey;
        this.destinations = destinations;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Topic> inputs() {
        return List.of(Topic.REGISTRATION_COMMANDS, Topic.VERIFICATION_EVENTS);
    }

    @Override
    public void work(Iterable<ConsumerRecord<byte[], byte[]>> batch) {
        var inputs = intake.read(batch);
        if (!inputs.isEmpty()) {
            var drafts = Drafts.load(accounts, inputs);
            inputs.forEach(input -> apply(input, drafts));
            drafts.write().forEach(this::tellStanding);
            outbox.deliver();
        }
    }

    private void apply(Input input, Drafts drafts) {
        var account = new RegistrationDocument(drafts.of(input));
        switch (input.record()) {
            case RegisterMethod command -> register(command, input, account);
            case CodeVerified event -> prove(event, input, account);
            default -> throw new IllegalStateException(input.toString());
        }
        drafts.change(input);
    }

    private void register(RegisterMethod command, Input input, RegistrationDocument account) {
        var key = Envelopes.account(command.getMetadata());
        var phone = Envelopes.text(opener.open(
                command.getDestination(),
                new AssociatedData(
                        AssociatedData.DESTINATION, key, command.getMetadata().getCommandId())));
        var method = Envelopes.id();
        var mask = Mask.phone(phone).value();
        account.register(
                method,
                fieldKey.seal(input.account(), "methods." + method + ".destination", phone),
                mask,
                input.logTime());
        var metadata =
                Envelopes.answer(command.getMetadata(), account.nextSequence(), account.epoch(), input.logTime());
        outbox.add(
                Topic.REGISTRATION_EVENTS,
                input,
                metadata,
                registered(key, method, phone, mask, metadata, account.locale()));
    }

    private MethodRegistered registered(
            AggregateKey key, UUID method, String phone, String mask, EventMetadata metadata, String locale) {
        return new MethodRegistered(
                metadata,
                method,
                MethodKind.MOBILE_PHONE,
                Channel.SMS,
                sealer.seal(KeyOwner.NOTIFICATION, new AssociatedData(AssociatedData.DESTINATION, key, method), phone),
                ByteBuffer.wrap(destinations.hash(key.tenantId(), phone)),
                mask,
                locale,
                metadata.getOccurredAt(),
                null);
    }

    private void prove(CodeVerified event, Input input, RegistrationDocument account) {
        account.prove(event.getMethodId(), input.logTime()).ifPresent(method -> {
            var metadata =
                    Envelopes.following(event.getMetadata(), account.nextSequence(), account.epoch(), input.logTime());
            outbox.add(Topic.REGISTRATION_EVENTS, input, metadata, proven(event, method, metadata));
        });
    }

    private static MethodProven proven(CodeVerified event, Document method, EventMetadata metadata) {
        return new MethodProven(
                metadata,
                event.getMethodId(),
                MethodKind.MOBILE_PHONE,
                Channel.SMS,
                method.getString("mask"),
                null,
                null,
                List.of());
    }

    private void tellStanding(Document document) {
        var account = new RegistrationDocument(document);
        var key = AggregateKey.parse(account.account());
        var id = Envelopes.id();
        var metadata = new EventMetadata(
                id,
                null,
                key.tenantId(),
                key.userId(),
                account.sequence(),
                account.epoch(),
                account.touched(),
                id,
                null);
        outbox.add(
                Topic.REGISTRATION_STATUS,
                account.account().getBytes(UTF_8),
                metadata,
                StatusRecord.of(account, metadata));
    }
}
