package io.latchkey.verification;

import static io.latchkey.messaging.sealing.AssociatedData.CODE;
import static io.latchkey.messaging.sealing.AssociatedData.DESTINATION;

import io.latchkey.messaging.decision.AggregateKey;
import io.latchkey.messaging.decision.Opened;
import io.latchkey.messaging.engine.OutageException;
import io.latchkey.messaging.sealing.AssociatedData;
import io.latchkey.messaging.sealing.HpkeOpener;
import io.latchkey.messaging.sealing.Sealer;
import io.latchkey.schemas.AccountErased;
import io.latchkey.schemas.AccountProvisioned;
import io.latchkey.schemas.Actor;
import io.latchkey.schemas.Channel;
import io.latchkey.schemas.CodeIssued;
import io.latchkey.schemas.CodeRejected;
import io.latchkey.schemas.CodeVerified;
import io.latchkey.schemas.CommandMetadata;
import io.latchkey.schemas.EventMetadata;
import io.latchkey.schemas.KeyOwner;
import io.latchkey.schemas.MethodKind;
import io.latchkey.schemas.MethodRegistered;
import io.latchkey.schemas.MethodRemoved;
import io.latchkey.schemas.ResendCode;
import io.latchkey.schemas.Sealed;
import io.latchkey.schemas.SendCode;
import io.latchkey.schemas.SubmitCode;
import io.latchkey.schemas.topics.Topic;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.awaitility.Awaitility;

/** An account as registration tells of it, and its person as a portal speaks for them. */
final class Account {

    private static final Instant EPOCH = Instant.parse("2026-01-01T00:00:00Z");

    private final Installation installation;
    private final AggregateKey key;
    private long sequence;

    Account(Installation installation) {
        this(installation, "contoso");
    }

    Account(Installation installation, String tenant) {
        this.installation = installation;
        this.key = new AggregateKey(tenant, UUID.randomUUID().toString());
    }

    AggregateKey key() {
        return key;
    }

    void isProvisioned(long generation) {
        installation
                .log()
                .send(Topic.REGISTRATION_EVENTS, key.value(), new AccountProvisioned(event(), generation, true));
    }

    void removes(UUID method) {
        var removed = MethodRemoved.newBuilder()
                .setMetadata(event())
                .setMethodId(method)
                .setKind(MethodKind.MOBILE_PHONE)
                .setRemovedBy(Actor.PERSON)
                .setProven(false)
                .build();
        installation.log().send(Topic.REGISTRATION_EVENTS, key.value(), removed);
    }

    void isErased(long generation) {
        var erased = AccountErased.newBuilder()
                .setMetadata(event())
                .setGeneration(generation)
                .setForgottenAt(Instant.now())
                .build();
        installation.log().send(Topic.REGISTRATION_EVENTS, key.value(), erased);
    }

    /** Waits for its code. */
    SendCode registers(String number) {
        return awaitsCode(tellsOf(number, MethodKind.MOBILE_PHONE, Instant.now()), 0);
    }

    UUID tellsOf(String number, MethodKind kind, Instant requestedAt) {
        var registered = registered(number, kind, requestedAt);
        installation.log().send(Topic.REGISTRATION_EVENTS, key.value(), registered);
        return registered.getMethodId();
    }

    MethodRegistered registered(String number, MethodKind kind, Instant requestedAt) {
        var method = UUID.randomUUID();
        return MethodRegistered.newBuilder()
                .setMetadata(event())
                .setMethodId(method)
                .setKind(kind)
                .setChannel(Channel.SMS)
                .setDestination(seal(KeyOwner.NOTIFICATION, new AssociatedData(DESTINATION, key, method), number))
                .setDestinationHash(
                        ByteBuffer.wrap(new byte[] {(byte) number.hashCode(), (byte) (number.hashCode() >> 8)}))
                .setMask("•••••" + number.substring(number.length() - 2))
                .setLocale("en")
                .setRequestedAt(requestedAt)
                .build();
    }

    SendCode awaitsCode(UUID method, int after) {
        return installation
                .log()
                .awaits(SendCode.class, sent -> sent.getMethodId().equals(method) && sent.getNumber() > after);
    }

    CodeIssued resends(UUID method) {
        var id = asksForACode(method);
        return installation.log().awaits(CodeIssued.class, issued -> answers(issued.getMetadata(), id));
    }

    UUID asksForACode(UUID method) {
        var id = UUID.randomUUID();
        installation.log().send(Topic.VERIFICATION_COMMANDS, key.value(), new ResendCode(command(id), method));
        return id;
    }

    CodeVerified proves(SendCode sent) {
        var id = submits(sent.getCodeId(), digits(sent));
        return installation.log().awaits(CodeVerified.class, verified -> answers(verified.getMetadata(), id));
    }

    CodeRejected guessesWrong(SendCode sent) {
        return isRefused(sent.getCodeId(), digits(sent).equals("000000") ? "000001" : "000000");
    }

    CodeRejected isRefused(UUID codeId, String digits) {
        return refusal(submits(codeId, digits));
    }

    UUID submits(UUID codeId, String digits) {
        var id = UUID.randomUUID();
        submits(id, codeId, sealCode(id, digits));
        return id;
    }

    void submits(UUID commandId, UUID codeId, Sealed code) {
        installation
                .log()
                .send(Topic.VERIFICATION_COMMANDS, key.value(), new SubmitCode(command(commandId), codeId, code));
    }

    CodeRejected refusal(UUID commandId) {
        return installation.log().awaits(CodeRejected.class, rejected -> answers(rejected.getMetadata(), commandId));
    }

    Sealed sealCode(UUID commandId, String digits) {
        return seal(KeyOwner.VERIFICATION, new AssociatedData(CODE, key, commandId), digits);
    }

    /** As notification reads them. */
    String digits(SendCode sent) {
        return open(sent.getCode(), new AssociatedData(CODE, key, sent.getCodeId()));
    }

    String destination(SendCode sent) {
        return open(sent.getDestination(), new AssociatedData(DESTINATION, key, sent.getMethodId()));
    }

    private String open(Sealed sealed, AssociatedData belongsTo) {
        return new HpkeOpener(installation.notification()).open(sealed, belongsTo) instanceof Opened.Readable(var value)
                ? value
                : "unreadable";
    }

    private Sealed seal(KeyOwner recipient, AssociatedData belongsTo, String value) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .ignoreException(OutageException.class)
                .until(() -> installation.bean(Sealer.class).seal(recipient, belongsTo, value), Objects::nonNull);
    }

    private CommandMetadata command(UUID id) {
        return CommandMetadata.newBuilder()
                .setCommandId(id)
                .setTenantId(key.tenantId())
                .setUserId(key.userId())
                .setOccurredAt(Instant.now())
                .setCorrelationId(id)
                .build();
    }

    private EventMetadata event() {
        return EventMetadata.newBuilder()
                .setEventId(UUID.randomUUID())
                .setTenantId(key.tenantId())
                .setUserId(key.userId())
                .setSequence(++sequence)
                .setEpoch(EPOCH)
                .setOccurredAt(Instant.now())
                .setCorrelationId(UUID.randomUUID())
                .build();
    }

    static boolean answers(EventMetadata event, UUID commandId) {
        return commandId.equals(event.getCommandId());
    }
}
