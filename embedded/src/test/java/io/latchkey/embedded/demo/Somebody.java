package io.latchkey.embedded.demo;

import io.latchkey.messaging.decision.AggregateKey;
import io.latchkey.schemas.AccountProvisioned;
import io.latchkey.schemas.CodeIssued;
import io.latchkey.schemas.CodeRejected;
import io.latchkey.schemas.CodeRejectionReason;
import io.latchkey.schemas.CodeVerified;
import io.latchkey.schemas.CommandRejected;
import io.latchkey.schemas.MethodProven;
import io.latchkey.schemas.MethodRegistered;
import java.util.Objects;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** A person who remembers which code was asked for last. */
final class Somebody {

    private final Portal portal;
    private final Person person;
    private @Nullable UUID codeId;
    private @Nullable Sent submission;

    private Somebody(Portal portal, AggregateKey account) {
        this.portal = portal;
        this.person = new Person(portal, account);
    }

    /** Whom nobody has provisioned yet. */
    static Somebody unknown(Portal portal) {
        return new Somebody(portal, new AggregateKey("journey", "user-" + UUID.randomUUID()));
    }

    static Somebody provisioned(Portal portal) {
        var somebody = unknown(portal);
        somebody.isProvisioned("somebody@corp.example");
        return somebody;
    }

    Person person() {
        return person;
    }

    void isProvisioned(String signInAddress) {
        reply(AccountProvisioned.class, person.isProvisioned(signInAddress, "Somebody"));
    }

    /** Until the code is on its way. */
    MethodRegistered registersPhone(String number) {
        return registered(person.registersPhone(number));
    }

    /** Likewise. */
    MethodRegistered registersEmail(String address) {
        return registered(person.registersEmail(address));
    }

    private MethodRegistered registered(Sent command) {
        var registered = reply(MethodRegistered.class, command);
        var issued = (CodeIssued)
                Objects.requireNonNull(portal.awaits(CodeIssued.class, command).content());
        codeId = issued.getCodeId();
        return registered;
    }

    CommandRejected isRefusedEmail(String address) {
        return reply(CommandRejected.class, person.registersEmail(address));
    }

    void submits(String code) {
        submission = person.submits(Objects.requireNonNull(codeId), code);
    }

    MethodProven hasProvenIt() {
        var submitted = Objects.requireNonNull(submission);
        reply(CodeVerified.class, submitted);
        return (MethodProven) Objects.requireNonNull(
                portal.awaits(MethodProven.class, submitted).content());
    }

    CodeRejectionReason isRefused() {
        return reply(CodeRejected.class, Objects.requireNonNull(submission)).getReason();
    }

    <T extends SpecificRecord> T reply(Class<T> type, Sent command) {
        return type.cast(Objects.requireNonNull(portal.awaitsReply(command).content()));
    }
}
