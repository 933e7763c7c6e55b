package io.latchkey.notification.kafka;

import static io.latchkey.notification.delivery.Fixture.*;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.messaging.decision.WakingHours;
import io.latchkey.messaging.engine.Header;
import io.latchkey.messaging.engine.InputPartition;
import io.latchkey.messaging.engine.InputRecord;
import io.latchkey.notification.delivery.Cause;
import io.latchkey.notification.delivery.Channel;
import io.latchkey.notification.delivery.Content;
import io.latchkey.notification.delivery.Content.Actor;
import io.latchkey.notification.delivery.Content.Change;
import io.latchkey.notification.delivery.Content.Kind;
import io.latchkey.notification.delivery.Erasure;
import io.latchkey.notification.delivery.EventOrder;
import io.latchkey.notification.delivery.Message;
import io.latchkey.notification.delivery.Notification;
import io.latchkey.notification.delivery.Remembered;
import io.latchkey.notification.delivery.Renewal;
import io.latchkey.notification.delivery.SealedText;
import io.latchkey.notification.queue.Request;
import io.latchkey.schemas.AccountErased;
import io.latchkey.schemas.AccountProvisioned;
import io.latchkey.schemas.AdministratorContacted;
import io.latchkey.schemas.AdministratorRecipient;
import io.latchkey.schemas.CodeIssued;
import io.latchkey.schemas.CodeRejected;
import io.latchkey.schemas.CodeRejectionReason;
import io.latchkey.schemas.CodeVerified;
import io.latchkey.schemas.EligibilityPage;
import io.latchkey.schemas.EligibilityReason;
import io.latchkey.schemas.EventMetadata;
import io.latchkey.schemas.MethodConfirmed;
import io.latchkey.schemas.MethodKind;
import io.latchkey.schemas.MethodPrepopulated;
import io.latchkey.schemas.MethodProven;
import io.latchkey.schemas.MethodRemoved;
import io.latchkey.schemas.Recipient;
import io.latchkey.schemas.ReconfirmDue;
import io.latchkey.schemas.ReconfirmReminder;
import io.latchkey.schemas.ReregistrationRequired;
import io.latchkey.schemas.Sealed;
import io.latchkey.schemas.SecurityAnswersRegistered;
import io.latchkey.schemas.SendCode;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class NotificationRequestsTest {

    private static final UUID EVENT = new UUID(1, 1);
    private static final UUID OLDER = new UUID(1, 2);
    private static final UUID CORRELATION = new UUID(1, 3);
    private static final Cause CAUSE = new Cause(EVENT, SOON, "00-1-2-01");
    private static final InputRecord INPUT = new InputRecord(
            new InputPartition("any", EVENT, 0), 0, SOON, null, null, List.of(Header.of("traceparent", "00-1-2-01")));
    private static final SealedText BLOB = new SealedText("key-1", "wrapped".getBytes(UTF_8), "cipher".getBytes(UTF_8));

    private final NotificationRequests requests =
            new NotificationRequests(new Lifetimes(Duration.ofDays(3), Duration.ofDays(7)));

    @Test
    void aCodeIsSentUnderItsOwnId() {
        assertThat(requests.of(sendCode(null), INPUT)).containsExactly(new Request.Send(code()));
    }

    @Test
    void aCodeCancelsTheOneWhosePlaceItTakes() {
        assertThat(requests.of(sendCode(OLDER), INPUT))
                .containsExactly(new Request.Cancel(OLDER, CAUSE), new Request.Send(code()));
    }

    @Test
    void anIssuedCodeCancelsTheOneWhosePlaceItTakes() {
        assertThat(requests.of(issued(OLDER), INPUT)).containsExactly(new Request.Cancel(OLDER, CAUSE));
        assertThat(requests.of(issued(null), INPUT)).isEmpty();
    }

    @Test
    void aRejectionCancelsTheCodeThatItLeavesWorthless() {
        assertThat(requests.of(rejected(OLDER), INPUT)).containsExactly(new Request.Cancel(OLDER, CAUSE));
        assertThat(requests.of(rejected(null), INPUT)).isEmpty();
    }

    @Test
    void aVerifiedCodeIsCancelled() {
        var verified = CodeVerified.newBuilder()
                .setMetadata(metadata())
                .setCodeId(ID)
                .setMethodId(METHOD)
                .build();

        assertThat(requests.of(verified, INPUT)).containsExactly(new Request.Cancel(ID, CAUSE));
    }

    @Test
    @Tag("SPEC-2.3c")
    @Tag("SPEC-2.3e")
    void everyoneConcernedIsToldOfAProvenMethod() {
        var proven = MethodProven.newBuilder()
                .setMetadata(metadata())
                .setMethodId(METHOD)
                .setKind(MethodKind.MOBILE_PHONE)
                .setChannel(io.latchkey.schemas.Channel.SMS)
                .setMask("•••• •••• 42")
                .setReplacedMethodId(OLDER)
                .setNotify(List.of(
                        recipient(OLDER, io.latchkey.schemas.Channel.SMS),
                        recipient(ID, io.latchkey.schemas.Channel.EMAIL)))
                .build();

        assertThat(requests.of(proven, INPUT))
                .containsExactly(
                        renewed(null),
                        notice(OLDER, Channel.SMS, Change.REPLACED, Kind.PHONE, "•••• •••• 42", Actor.PERSON, true),
                        notice(ID, Channel.EMAIL, Change.REPLACED, Kind.PHONE, "•••• •••• 42", Actor.PERSON, false));
    }

    @Test
    @Tag("SPEC-2.3d")
    void aFirstMethodOfItsKindIsAdded() {
        var proven = MethodProven.newBuilder()
                .setMetadata(metadata())
                .setMethodId(METHOD)
                .setKind(MethodKind.OFFICE_PHONE)
                .setChannel(io.latchkey.schemas.Channel.VOICE)
                .setMask("•••• •••• 42")
                .setNotify(List.of(recipient(ID, io.latchkey.schemas.Channel.VOICE)))
                .build();

        assertThat(requests.of(proven, INPUT))
                .containsExactly(
                        renewed(null),
                        notice(ID, Channel.VOICE, Change.ADDED, Kind.PHONE, "•••• •••• 42", Actor.PERSON, false));
    }

    @Test
    void everyoneIsToldOfWhatAnAdministratorPutsDown() {
        var prepopulated = MethodPrepopulated.newBuilder()
                .setMetadata(metadata())
                .setMethodId(METHOD)
                .setKind(MethodKind.EMAIL)
                .setChannel(io.latchkey.schemas.Channel.EMAIL)
                .setMask("a•••••@•••••")
                .setNotify(List.of(recipient(ID, io.latchkey.schemas.Channel.SMS)))
                .build();

        assertThat(requests.of(prepopulated, INPUT))
                .containsExactly(notice(
                        ID, Channel.SMS, Change.PREPOPULATED, Kind.EMAIL, "a•••••@•••••", Actor.ADMINISTRATOR, false));
    }

    @ParameterizedTest
    @CsvSource({"PERSON, PERSON", "ADMINISTRATOR, ADMINISTRATOR", "UNKNOWN, OTHER"})
    @Tag("SPEC-2.3f")
    void everyoneIsToldWhoRemovedAMethodAndTheMethodItselfToo(io.latchkey.schemas.Actor by, Actor told) {
        var removed = MethodRemoved.newBuilder()
                .setMetadata(metadata())
                .setMethodId(METHOD)
                .setKind(MethodKind.EMAIL)
                .setRemovedBy(by)
                .setProven(true)
                .setDueAt(LATER)
                .setNotify(List.of(
                        recipient(METHOD, io.latchkey.schemas.Channel.EMAIL),
                        recipient(ID, io.latchkey.schemas.Channel.SMS)))
                .build();

        assertThat(requests.of(removed, INPUT))
                .containsExactly(
                        renewed(LATER),
                        notice(METHOD, Channel.EMAIL, Change.REMOVED, Kind.EMAIL, null, told, true),
                        notice(ID, Channel.SMS, Change.REMOVED, Kind.EMAIL, null, told, false));
    }

    @Test
    void everyoneIsToldOfSecurityAnswers() {
        var answers = SecurityAnswersRegistered.newBuilder()
                .setMetadata(metadata())
                .setMethodId(METHOD)
                .setCount(5)
                .setNotify(List.of(recipient(ID, io.latchkey.schemas.Channel.SMS)));

        assertThat(requests.of(answers.build(), INPUT))
                .containsExactly(
                        renewed(null),
                        notice(ID, Channel.SMS, Change.ADDED, Kind.QUESTIONS, null, Actor.PERSON, false));
        assertThat(requests.of(answers.setReplacedMethodId(OLDER).build(), INPUT))
                .containsExactly(
                        renewed(null),
                        notice(ID, Channel.SMS, Change.REPLACED, Kind.QUESTIONS, null, Actor.PERSON, false));
    }

    @Test
    void everyoneIsToldThatNoMethodCountsAnyMore() {
        var required = ReregistrationRequired.newBuilder()
                .setMetadata(metadata())
                .setMethodIds(List.of(METHOD, ID))
                .setNotify(List.of(recipient(ID, io.latchkey.schemas.Channel.SMS)))
                .build();

        assertThat(requests.of(required, INPUT))
                .containsExactly(
                        renewed(null),
                        notice(ID, Channel.SMS, Change.REREGISTRATION, Kind.OTHER, null, Actor.ADMINISTRATOR, false));
    }

    @Test
    void anErasureIsRememberedAndEveryoneIsToldOfIt() {
        var erasure = new Remembered(ACCOUNT, new Erasure(NOON, CAUSE), null);

        assertThat(requests.of(erased(), INPUT))
                .containsExactly(
                        new Request.Remember(erasure),
                        notice(ID, Channel.SMS, Change.ERASED, Kind.OTHER, null, Actor.ADMINISTRATOR, false));
    }

    @Test
    @Tag("SPEC-6.6b")
    void everyAdministratorIsMailedWhenSomebodyAsksForHelp() {
        var contacted = contacted(EligibilityPage.COULD_NOT_VERIFY, EligibilityReason.LOCKED, sealed());

        var content = new Content.HelpWanted(Content.Page.COULD_NOT_VERIFY, Content.Why.LOCKED, BLOB, NOON);
        assertThat(requests.of(contacted, INPUT))
                .containsExactly(
                        new Request.Send(told(OLDER, Channel.EMAIL, content, Duration.ofDays(3))),
                        new Request.Send(told(ID, Channel.EMAIL, content, Duration.ofDays(3))));
    }

    @ParameterizedTest
    @EnumSource
    void everyCaseOfThemIsTold(EligibilityReason reason) {
        var contacted = contacted(EligibilityPage.NONE, reason, null);

        var known = reason != EligibilityReason.ELIGIBLE && reason != EligibilityReason.UNKNOWN;
        var why = known ? Content.Why.valueOf(reason.name()) : Content.Why.OTHER;
        assertThat(requests.of(contacted, INPUT))
                .extracting(request -> ((Request.Send) request).message().content())
                .containsOnly(new Content.HelpWanted(Content.Page.OTHER, why, null, NOON));
    }

    @Test
    @Tag("SPEC-4.1e")
    void oneDestinationIsRemindedOfADueDate() {
        var due = ReconfirmDue.newBuilder()
                .setMetadata(metadata())
                .setDueAt(LATER)
                .setMethodIds(List.of(METHOD))
                .setNotify(List.of(recipient(METHOD, io.latchkey.schemas.Channel.EMAIL)))
                .build();

        assertThat(requests.of(due, INPUT)).containsExactly(reminder(1));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = "Mars/Olympus_Mons")
    void whoseTimeZoneIsNotKnownIsRemindedAtAnyHour(@Nullable String timeZone) {
        var told = new Recipient(METHOD, io.latchkey.schemas.Channel.EMAIL, sealed(), "de", timeZone);
        var due = ReconfirmDue.newBuilder()
                .setMetadata(metadata())
                .setDueAt(LATER)
                .setMethodIds(List.of(METHOD))
                .setNotify(List.of(told))
                .build();

        assertThat(requests.of(due, INPUT))
                .singleElement()
                .extracting(request -> ((Request.Send) request).message().content())
                .isEqualTo(new Content.ReconfirmReminder(LATER, 1, new EventOrder(NOON, 1), null));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    @Tag("SPEC-4.1e")
    void andOnceMoreAfterAWeekAndThree(int number) {
        var next = ReconfirmReminder.newBuilder()
                .setMetadata(metadata())
                .setDueAt(LATER)
                .setNumber(number)
                .setMethodIds(List.of(METHOD))
                .setNotify(List.of(recipient(METHOD, io.latchkey.schemas.Channel.EMAIL)))
                .build();

        assertThat(requests.of(next, INPUT)).containsExactly(reminder(number));
    }

    @Test
    void aConfirmationIsRememberedAgainstReminders() {
        var confirmed = MethodConfirmed.newBuilder().setMetadata(metadata()).setMethodIds(List.of(METHOD));

        assertThat(requests.of(confirmed.setDueAt(LATER).build(), INPUT)).containsExactly(renewed(LATER));
        assertThat(requests.of(confirmed.setDueAt(null).build(), INPUT)).containsExactly(renewed(null));
    }

    @Test
    void whatNobodyNeedBeToldOfAsksForNothing() {
        var provisioned = AccountProvisioned.newBuilder()
                .setMetadata(metadata())
                .setGeneration(1)
                .setEnabled(true)
                .build();

        assertThat(requests.of(provisioned, INPUT)).isEmpty();
    }

    private static AdministratorContacted contacted(
            EligibilityPage page, EligibilityReason reason, @Nullable Sealed name) {
        return AdministratorContacted.newBuilder()
                .setMetadata(metadata())
                .setPage(page)
                .setReason(reason)
                .setDisplayName(name)
                .setLocale("de")
                .setAdministrators(
                        List.of(new AdministratorRecipient(OLDER, sealed()), new AdministratorRecipient(ID, sealed())))
                .build();
    }

    private static AccountErased erased() {
        return AccountErased.newBuilder()
                .setMetadata(metadata())
                .setGeneration(1)
                .setForgottenAt(LATER)
                .setNotify(List.of(recipient(ID, io.latchkey.schemas.Channel.SMS)))
                .build();
    }

    private static Request notice(
            UUID told, Channel channel, Change change, Kind kind, @Nullable String mask, Actor by, boolean here) {
        var content = new Content.Notice(change, kind, mask, by, here);
        return new Request.Send(told(told, channel, content, Duration.ofDays(3)));
    }

    private static Request renewed(@Nullable Instant dueAt) {
        return new Request.Remember(new Remembered(ACCOUNT, null, new Renewal(new EventOrder(NOON, 1), dueAt, CAUSE)));
    }

    private static Request reminder(int number) {
        return new Request.Send(new Message(
                Notification.reminderId(ACCOUNT, LATER, number, METHOD),
                ACCOUNT,
                new Content.ReconfirmReminder(LATER, number, new EventOrder(NOON, 1), WakingHours.in("Europe/Berlin")),
                Channel.EMAIL,
                METHOD,
                BLOB,
                "de",
                SOON.plus(Duration.ofDays(7)),
                CAUSE,
                CORRELATION));
    }

    private static Message code() {
        return new Message(
                ID,
                ACCOUNT,
                new Content.Code(BLOB, 3, NOON),
                Channel.SMS,
                METHOD,
                BLOB,
                "en",
                EXPIRY,
                CAUSE,
                CORRELATION);
    }

    private static Message told(UUID methodTold, Channel channel, Content content, Duration lifetime) {
        var id = Notification.idFor(EVENT, methodTold);
        return new Message(
                id, ACCOUNT, content, channel, methodTold, BLOB, "de", SOON.plus(lifetime), CAUSE, CORRELATION);
    }

    private static SendCode sendCode(@Nullable UUID superseded) {
        return SendCode.newBuilder()
                .setMetadata(metadata())
                .setCodeId(ID)
                .setMethodId(METHOD)
                .setChannel(io.latchkey.schemas.Channel.SMS)
                .setDestination(sealed())
                .setCode(sealed())
                .setNumber(3)
                .setLocale("en")
                .setRequestedAt(NOON)
                .setExpiresAt(EXPIRY)
                .setSupersededCodeId(superseded)
                .build();
    }

    private static CodeIssued issued(@Nullable UUID superseded) {
        return CodeIssued.newBuilder()
                .setMetadata(metadata())
                .setCodeId(ID)
                .setMethodId(METHOD)
                .setChannel(io.latchkey.schemas.Channel.SMS)
                .setMask("•••• •••• 42")
                .setNumber(3)
                .setExpiresAt(EXPIRY)
                .setSupersededCodeId(superseded)
                .build();
    }

    private static CodeRejected rejected(@Nullable UUID superseded) {
        return CodeRejected.newBuilder()
                .setMetadata(metadata())
                .setReason(CodeRejectionReason.LOCKED)
                .setMessage("There were too many wrong codes.")
                .setCodeId(ID)
                .setSupersededCodeId(superseded)
                .build();
    }

    private static Recipient recipient(UUID method, io.latchkey.schemas.Channel channel) {
        return new Recipient(method, channel, sealed(), "de", "Europe/Berlin");
    }

    private static Sealed sealed() {
        return new Sealed(
                "key-1", ByteBuffer.wrap("wrapped".getBytes(UTF_8)), ByteBuffer.wrap("cipher".getBytes(UTF_8)));
    }

    private static EventMetadata metadata() {
        return EventMetadata.newBuilder()
                .setEventId(EVENT)
                .setTenantId("contoso")
                .setUserId("u-1")
                .setSequence(1)
                .setEpoch(NOON)
                .setOccurredAt(NOON)
                .setCorrelationId(CORRELATION)
                .build();
    }
}
