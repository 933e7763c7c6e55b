package io.latchkey.bench.floor;

import io.latchkey.messaging.avro.AvroValues;
import io.latchkey.messaging.sealing.AssociatedData;
import io.latchkey.messaging.sealing.Opener;
import io.latchkey.messaging.sealing.Sealer;
import io.latchkey.schemas.CodeIssued;
import io.latchkey.schemas.CodeVerified;
import io.latchkey.schemas.EventMetadata;
import io.latchkey.schemas.KeyOwner;
import io.latchkey.schemas.MethodRegistered;
import io.latchkey.schemas.SendCode;
import io.latchkey.schemas.SubmitCode;
import io.latchkey.schemas.topics.Topic;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** MethodRegistered to CodeIssued and SendCode, SubmitCode to CodeVerified. */
final class VerificationHop implements Hop {

    static final String NAME = "verification";

    private static final Duration LIFETIME = Duration.ofMinutes(5);
    private static final int CODES = 1_000_000;

    private final SecureRandom random = new SecureRandom();
    private final Intake intake;
    private final Documents accounts;
    private final SendCounters counters;
    private final Outbox outbox;
    private final Opener opener;
    private final Sealer sealer;
    private final Secret pepper;

    VerificationHop(
            AvroValues values, Documents accounts, SendCounters counters, Outbox outbox, Keys keys, Secret pepper) {
        this.intake = new Intake(values, Set.of(MethodRegistered.class, SubmitCode.class));
        this.accounts = accounts;
        this.counters = counters;
        this.outbox = outbox;
        this.opener = keys.opener(KeyOwner.VERIFICATION);
        this.sealer = keys.sealer();
        this.pepper = pepper;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Topic> inputs() {
        return List.of(Topic.REGISTRATION_EVENTS, Topic.VERIFICATION_COMMANDS);
    }

    @Override
    public void work(Iterable<ConsumerRecord<byte[], byte[]>> batch) {
        var inputs = intake.read(batch);
        if (!inputs.isEmpty()) {
            var drafts = Drafts.load(accounts, inputs);
            count(inputs);
            inputs.forEach(input -> apply(input, drafts));
            drafts.write();
            outbox.deliver();
        }
    }

    private void count(List<Input> inputs) {
        var destinations = inputs.stream()
                .map(Input::record)
                .filter(MethodRegistered.class::isInstance)
                .map(MethodRegistered.class::cast)
                .map(registered -> registered.getMetadata().getTenantId() + "/" + destination(registered))
                .toList();
        counters.count(destinations, inputs.getLast().logTime());
    }

    private static String destination(MethodRegistered registered) {
        return HexFormat.of().formatHex(Bytes.of(registered.getDestinationHash()));
    }

    private void apply(Input input, Drafts drafts) {
        var account = new VerificationDocument(drafts.of(input));
        switch (input.record()) {
            case MethodRegistered event -> issue(event, input, account);
            case SubmitCode command -> judge(command, input, account);
            default -> throw new IllegalStateException(input.toString());
        }
        drafts.change(input);
    }

    private void issue(MethodRegistered event, Input input, VerificationDocument account) {
        var code = Envelopes.id();
        var digits = Integer.toString(CODES + random.nextInt(CODES)).substring(1);
        var hash = hash(input, event.getMethodId().toString(), destination(event), code, digits);
        var expiresAt = event.getRequestedAt().plus(LIFETIME);
        int number = account.issue(event, code, hash, expiresAt, input.logTime());
        var told = Envelopes.following(event.getMetadata(), account.nextEvent(), account.epoch(), input.logTime());
        outbox.add(
                Topic.VERIFICATION_EVENTS,
                input,
                told,
                new CodeIssued(
                        told, code, event.getMethodId(), event.getChannel(), event.getMask(), number, expiresAt, null));
        var sent = Envelopes.following(event.getMetadata(), account.nextCode(), account.epoch(), input.logTime());
        outbox.add(Topic.VERIFICATION_CODES, input, sent, send(event, sent, code, digits, number, expiresAt));
    }

    private SendCode send(
            MethodRegistered event, EventMetadata metadata, UUID code, String digits, int number, Instant expiresAt) {
        var belongsTo = new AssociatedData(AssociatedData.CODE, Envelopes.account(metadata), code);
        return new SendCode(
                metadata,
                code,
                event.getMethodId(),
                event.getChannel(),
                event.getDestination(),
                sealer.seal(KeyOwner.NOTIFICATION, belongsTo, digits),
                number,
                event.getLocale(),
                event.getRequestedAt(),
                expiresAt,
                null);
    }

    /** @throws IllegalStateException where the code is wrong: the floor knows enrolments that go well */
    private void judge(SubmitCode command, Input input, VerificationDocument account) {
        var challenge = account.challenge(command.getCodeId());
        var belongsTo = new AssociatedData(
                AssociatedData.CODE,
                Envelopes.account(command.getMetadata()),
                command.getMetadata().getCommandId());
        var digits = Envelopes.text(opener.open(command.getCode(), belongsTo));
        var destination = HexFormat.of().formatHex(challenge.destinationHash());
        var hash = hash(input, challenge.method(), destination, command.getCodeId(), digits);
        if (!MessageDigest.isEqual(hash, challenge.hash())) {
            throw new IllegalStateException("a code is wrong");
        }
        account.prove(challenge, input.logTime());
        var metadata = Envelopes.answer(command.getMetadata(), account.nextEvent(), account.epoch(), input.logTime());
        outbox.add(
                Topic.VERIFICATION_EVENTS,
                input,
                metadata,
                new CodeVerified(metadata, command.getCodeId(), UUID.fromString(challenge.method())));
    }

    private byte[] hash(Input input, String method, String destination, UUID code, String digits) {
        return pepper.hash(input.account(), method, destination, code.toString(), digits);
    }
}
