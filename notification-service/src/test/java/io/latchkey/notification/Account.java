package io.latchkey.notification;

import static io.latchkey.messaging.sealing.AssociatedData.ADMINISTRATOR_ADDRESS;
import static io.latchkey.messaging.sealing.AssociatedData.CODE;
import static io.latchkey.messaging.sealing.AssociatedData.DESTINATION;
import static io.latchkey.messaging.sealing.AssociatedData.DISPLAY_NAME;

import io.latchkey.infrastructure.inbox.Message;
import io.latchkey.messaging.decision.AggregateKey;
import io.latchkey.messaging.engine.OutageException;
import io.latchkey.messaging.sealing.AssociatedData;
import io.latchkey.messaging.sealing.Sealer;
import io.latchkey.schemas.AccountErased;
import io.latchkey.schemas.AdministratorContacted;
import io.latchkey.schemas.AdministratorRecipient;
import io.latchkey.schemas.Channel;
import io.latchkey.schemas.CodeVerified;
import io.latchkey.schemas.EligibilityPage;
import io.latchkey.schemas.EligibilityReason;
import io.latchkey.schemas.EventMetadata;
import io.latchkey.schemas.KeyOwner;
import io.latchkey.schemas.MethodConfirmed;
import io.latchkey.schemas.MethodKind;
import io.latchkey.schemas.MethodProven;
import io.latchkey.schemas.Recipient;
import io.latchkey.schemas.ReconfirmDue;
import io.latchkey.schemas.ReconfirmReminder;
import io.latchkey.schemas.Sealed;
import io.latchkey.schemas.SendCode;
import io.latchkey.schemas.topics.Topic;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.awaitility.Awaitility;

/** An account as registration and verification tell of it, and the inboxes of its person. */
final class Account {

    static final String DIGITS = "739154";

    private static final Instant EPOCH = Instant.parse("2026-01-01T00:00:00Z");

    private final Installation installation;
    private final AggregateKey key =
            new AggregateKey("contoso", UUID.randomUUID().toString());
    private final UUID phoneMethod = UUID.randomUUID();
    private final UUID emailMethod = UUID.randomUUID();
    private final String random = Long.toString(1_000_000 + (UUID.randomUUID().hashCode() & 0xfffff));
    private long sequence;

    Account(Installation installation) {
        this.installation = installation;
    }

    AggregateKey key() {
        return key;
    }

    String number() {
        return "+49151" + random;
    }

    String address() {
        return "person-" + random + "@contoso.example";
    }

    SendCode codeByPhone() {
        return code(UUID.randomUUID(), Duration.ofMinutes(5)).build();
    }

    SendCode codeByPhoneInsteadOf(UUID superseded) {
        return code(UUID.randomUUID(), Duration.ofMinutes(5))
                .setNumber(2)
                .setSupersededCodeId(superseded)
                .build();
    }

    SendCode codeThatExpired() {
        return code(UUID.randomUUID(), Duration.ZERO).build();
    }

    SendCode codeByMail() {
        return code(UUID.randomUUID(), Duration.ofMinutes(10))
                .setChannel(Channel.EMAIL)
                .setMethodId(emailMethod)
                .setDestination(destination(emailMethod, address()))
                .setLocale("de-DE")
                .build();
    }

    SendCode codeByVoice() {
        return code(UUID.randomUUID(), Duration.ofMinutes(5))
                .setChannel(Channel.VOICE)
                .setDestination(destination(phoneMethod, number() + ";ext=123"))
                .build();
    }

    SendCode codeForAnotherMethodsDestination() {
        return code(UUID.randomUUID(), Duration.ofMinutes(5))
                .setDestination(destination(emailMethod, number()))
                .build();
    }

    private SendCode.Builder code(UUID codeId, Duration lifetime) {
        var now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        return SendCode.newBuilder()
                .setMetadata(event())
                .setCodeId(codeId)
                .setMethodId(phoneMethod)
                .setChannel(Channel.SMS)
                .setDestination(destination(phoneMethod, number()))
                .setCode(seal(new AssociatedData(CODE, key, codeId), DIGITS))
                .setNumber(1)
                .setLocale("en")
                .setRequestedAt(now)
                .setExpiresAt(now.plus(lifetime));
    }

    CodeVerified verified(UUID codeId) {
        return new CodeVerified(event(), codeId, phoneMethod);
    }

    /** Both destinations are told. */
    MethodProven provenByPhone() {
        return MethodProven.newBuilder()
                .setMetadata(event())
                .setMethodId(UUID.randomUUID())
                .setKind(MethodKind.MOBILE_PHONE)
                .setChannel(Channel.SMS)
                .setMask("•••• •••• 42")
                .setNotify(List.of(
                        new Recipient(phoneMethod, Channel.SMS, destination(phoneMethod, number()), "en", null),
                        new Recipient(emailMethod, Channel.EMAIL, destination(emailMethod, address()), "zh-CN", null)))
                .build();
    }

    ReconfirmDue due() {
        return ReconfirmDue.newBuilder()
                .setMetadata(event())
                .setDueAt(EPOCH)
                .setMethodIds(List.of(phoneMethod, emailMethod))
                .setNotify(List.of(
                        new Recipient(emailMethod, Channel.EMAIL, destination(emailMethod, address()), "en", null)))
                .build();
    }

    ReconfirmDue dueByText() {
        return ReconfirmDue.newBuilder(due())
                .setNotify(List.of(
                        new Recipient(phoneMethod, Channel.SMS, destination(phoneMethod, number()), "en", null)))
                .build();
    }

    ReconfirmReminder remindedAgain(int number) {
        return ReconfirmReminder.newBuilder()
                .setMetadata(event())
                .setDueAt(EPOCH)
                .setNumber(number)
                .setMethodIds(List.of(emailMethod))
                .setNotify(List.of(
                        new Recipient(emailMethod, Channel.EMAIL, destination(emailMethod, address()), "de", null)))
                .build();
    }

    MethodConfirmed confirmed() {
        return MethodConfirmed.newBuilder()
                .setMetadata(event())
                .setMethodIds(List.of(phoneMethod, emailMethod))
                .setDueAt(EPOCH.plus(Duration.ofDays(180)))
                .build();
    }

    /** The person is told by mail. */
    AccountErased erased() {
        var now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        return AccountErased.newBuilder()
                .setMetadata(
                        EventMetadata.newBuilder(event()).setOccurredAt(now).build())
                .setGeneration(1)
                .setForgottenAt(now)
                .setNotify(List.of(
                        new Recipient(emailMethod, Channel.EMAIL, destination(emailMethod, address()), "en", null)))
                .build();
    }

    AdministratorContacted contacts(String administrator, String name) {
        var event = event();
        var recipient = UUID.randomUUID();
        var address = new AssociatedData(ADMINISTRATOR_ADDRESS, key, recipient);
        return AdministratorContacted.newBuilder()
                .setMetadata(event)
                .setPage(EligibilityPage.COULD_NOT_VERIFY)
                .setReason(EligibilityReason.NOT_REGISTERED)
                .setDisplayName(seal(new AssociatedData(DISPLAY_NAME, key, event.getEventId()), name))
                .setLocale("en")
                .setAdministrators(List.of(new AdministratorRecipient(recipient, seal(address, administrator))))
                .build();
    }

    void tell(SendCode code) {
        installation.log().send(Topic.VERIFICATION_CODES, key.value(), code);
    }

    void tell(CodeVerified verified) {
        installation.log().send(Topic.VERIFICATION_EVENTS, key.value(), verified);
    }

    /** What registration tells. */
    void tell(SpecificRecord event) {
        installation.log().send(Topic.REGISTRATION_EVENTS, key.value(), event);
    }

    List<Message> texts() {
        return installation.inbox().messagesTo(number());
    }

    List<Message> mails() {
        return installation.inbox().messagesTo(address());
    }

    private EventMetadata event() {
        return EventMetadata.newBuilder()
                .setEventId(UUID.randomUUID())
                .setTenantId(key.tenantId())
                .setUserId(key.userId())
                .setSequence(++sequence)
                .setEpoch(EPOCH)
                .setOccurredAt(EPOCH)
                .setCorrelationId(UUID.randomUUID())
                .build();
    }

    private Sealed destination(UUID method, String value) {
        return seal(new AssociatedData(DESTINATION, key, method), value);
    }

    /** Waits for notification's own announcement of its key. */
    private Sealed seal(AssociatedData belongsTo, String value) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .pollDelay(Duration.ZERO)
                .ignoreException(OutageException.class)
                .until(
                        () -> installation.bean(Sealer.class).seal(KeyOwner.NOTIFICATION, belongsTo, value),
                        blob -> true);
    }
}
