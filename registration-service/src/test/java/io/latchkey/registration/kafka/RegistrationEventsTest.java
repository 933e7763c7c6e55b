package io.latchkey.registration.kafka;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.messaging.decision.AggregateKey;
import io.latchkey.messaging.decision.Opened;
import io.latchkey.messaging.sealing.AssociatedData;
import io.latchkey.messaging.sealing.HpkeOpener;
import io.latchkey.messaging.sealing.HpkeSealer;
import io.latchkey.messaging.sealing.SealingKeys;
import io.latchkey.registration.account.Personal;
import io.latchkey.registration.destination.Channel;
import io.latchkey.registration.destination.DestinationHash;
import io.latchkey.registration.destination.EmailAddress;
import io.latchkey.registration.destination.PhoneNumber;
import io.latchkey.registration.method.EligibilityReason;
import io.latchkey.registration.method.Method;
import io.latchkey.registration.method.MethodId;
import io.latchkey.registration.method.MethodOutcome;
import io.latchkey.registration.method.MethodOutcome.Hint;
import io.latchkey.registration.method.Recipient;
import io.latchkey.registration.method.RejectionReason;
import io.latchkey.registration.method.Requirement;
import io.latchkey.registration.policy.MethodKind;
import io.latchkey.schemas.AccountProvisioned;
import io.latchkey.schemas.AdministratorContacted;
import io.latchkey.schemas.CommandRejected;
import io.latchkey.schemas.CommandRejectionReason;
import io.latchkey.schemas.EligibilityPage;
import io.latchkey.schemas.EventMetadata;
import io.latchkey.schemas.KeyOwner;
import io.latchkey.schemas.MethodConfirmed;
import io.latchkey.schemas.MethodProven;
import io.latchkey.schemas.MethodRegistered;
import io.latchkey.schemas.ReconfirmDue;
import io.latchkey.schemas.RequirementKind;
import io.latchkey.schemas.Sealed;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RegistrationEventsTest {

    private static final AggregateKey KEY = new AggregateKey("contoso", "u-1");
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant DUE = Instant.parse("2026-09-01T12:00:00Z");
    private static final Method PHONE = new Method(
            new MethodId(new UUID(0, 1)),
            MethodKind.MOBILE_PHONE,
            Channel.SMS,
            new PhoneNumber("+4915123456789"),
            NOON);
    private static final Recipient EMAIL = new Recipient(
            new MethodId(new UUID(0, 2)), Channel.EMAIL, new EmailAddress("ada@example.org"), "de", "Asia/Tokyo");

    private final SealingKeys keys = SealingKeys.generate(KeyOwner.NOTIFICATION);
    private final RegistrationEvents events =
            new RegistrationEvents(new Told(new HpkeSealer(owner -> keys.primary(), InstantSource.system())));

    @Test
    void sealsTheDestinationForNotificationWithTheMethod() {
        var outcome = new MethodOutcome.MethodRegistered(
                PHONE, new DestinationHash("0aff"), "de", NOON.plusSeconds(1), new MethodId(new UUID(0, 9)));
        var record = (MethodRegistered) write(outcome);

        assertThat(open(record.getDestination(), record.getMethodId())).isEqualTo("+4915123456789");
        assertThat(record)
                .isEqualTo(MethodRegistered.newBuilder()
                        .setMetadata(metadata())
                        .setMethodId(new UUID(0, 1))
                        .setKind(io.latchkey.schemas.MethodKind.MOBILE_PHONE)
                        .setChannel(io.latchkey.schemas.Channel.SMS)
                        .setDestination(record.getDestination())
                        .setDestinationHash(ByteBuffer.wrap(new byte[] {10, (byte) 255}))
                        .setMask("•••• •••• 89")
                        .setLocale("de")
                        .setRequestedAt(NOON.plusSeconds(1))
                        .setReplacedMethodId(new UUID(0, 9))
                        .build());
    }

    @Test
    void sealsEveryRecipientWithItsOwnMethod() {
        var record = (MethodProven) write(new MethodOutcome.MethodProven(PHONE, null, DUE, List.of(EMAIL)));

        assertThat(record.getNotify()).singleElement().satisfies(recipient -> {
            assertThat(recipient.getMethodId()).isEqualTo(new UUID(0, 2));
            assertThat(recipient.getChannel()).isEqualTo(io.latchkey.schemas.Channel.EMAIL);
            assertThat(recipient.getLocale()).isEqualTo("de");
            assertThat(open(recipient.getDestination(), new UUID(0, 2))).isEqualTo("ada@example.org");
        });
        assertThat(record.getDueAt()).isEqualTo(DUE);
        assertThat(record.getReplacedMethodId()).isNull();
    }

    @Test
    void tellsOfADueDateOnceToOneDestination() {
        var methods = List.of(PHONE.id(), EMAIL.methodId());
        var record = (ReconfirmDue) write(new MethodOutcome.ReconfirmDue(DUE, methods, List.of(EMAIL)));

        assertThat(record.getDueAt()).isEqualTo(DUE);
        assertThat(record.getMethodIds()).containsExactly(new UUID(0, 1), new UUID(0, 2));
        assertThat(record.getNotify()).extracting(told -> told.getTimeZone()).containsExactly("Asia/Tokyo");
    }

    @Test
    void writesWhatHoldsNothingPersonalAsItIs() {
        assertThat(write(new MethodOutcome.AccountProvisioned(2, true)))
                .isEqualTo(new AccountProvisioned(metadata(), 2L, true));
        assertThat(write(new MethodOutcome.MethodConfirmed(List.of(PHONE.id()), null, List.of())))
                .isEqualTo(new MethodConfirmed(metadata(), List.of(new UUID(0, 1)), null, List.of()));
    }

    @ParameterizedTest
    @EnumSource
    @Tag("SPEC-2.7d")
    void everyReasonHasAName(RejectionReason reason) {
        var outcome =
                new MethodOutcome.CommandRejected(reason, "No.", "field", true, new Hint.Conflict(new UUID(0, 5)));
        assertThat(write(outcome))
                .isEqualTo(CommandRejected.newBuilder()
                        .setMetadata(metadata())
                        .setReason(CommandRejectionReason.valueOf(reason.name()))
                        .setMessage("No.")
                        .setField("field")
                        .setRetriable(true)
                        .setConflictingCommandId(new UUID(0, 5))
                        .setFaults(List.of())
                        .setMissing(List.of())
                        .build());
    }

    @Test
    @Tag("SPEC-2.6b")
    void aRefusalToCompleteSaysWhatIsMissing() {
        var missing = new Requirement(Requirement.Kind.METHOD, 1, List.of(MethodKind.MOBILE_PHONE, MethodKind.EMAIL));
        var rejected = (CommandRejected)
                write(rejected(RejectionReason.REGISTRATION_INCOMPLETE, new Hint.Lacking(List.of(missing))));

        assertThat(rejected.getReason()).isEqualTo(CommandRejectionReason.REGISTRATION_INCOMPLETE);
        assertThat(rejected.getMissing())
                .containsExactly(new io.latchkey.schemas.Requirement(
                        RequirementKind.METHOD,
                        1,
                        List.of(io.latchkey.schemas.MethodKind.MOBILE_PHONE, io.latchkey.schemas.MethodKind.EMAIL)));
    }

    @Test
    @Tag("SPEC-6.6e")
    void aRefusalNamesTheHelpdeskToTurnTo() {
        var hint = new Hint.Helpdesk("https://help.contoso.com");

        assertThat(((CommandRejected) write(rejected(RejectionReason.HELPDESK_INSTEAD, hint))).getHelpdesk())
                .isEqualTo("https://help.contoso.com");
    }

    @Test
    @Tag("SPEC-6.6d")
    void aRefusalSaysWhenItMayBeTriedAgain() {
        assertThat(((CommandRejected) write(rejected(RejectionReason.RATE_LIMITED, new Hint.RetryAt(DUE))))
                        .getRetryAt())
                .isEqualTo(DUE);
    }

    @Test
    @Tag("SPEC-6.6b")
    @Tag("SPEC-6.6c")
    void administratorsAreToldWhoAsksAndWhichCaseItIsEachSealedApart() {
        var administrators = List.of(new EmailAddress("one@contoso.com"), new EmailAddress("two@contoso.com"));
        var record = (AdministratorContacted) write(new MethodOutcome.AdministratorContacted(
                EligibilityReason.LOCKED, new Personal("Ada Lovelace"), "de", administrators));

        assertThat(record.getPage()).isEqualTo(EligibilityPage.COULD_NOT_VERIFY);
        assertThat(record.getReason()).isEqualTo(io.latchkey.schemas.EligibilityReason.LOCKED);
        assertThat(open(AssociatedData.DISPLAY_NAME, requireNonNull(record.getDisplayName()), new UUID(0, 100)))
                .isEqualTo("Ada Lovelace");
        assertThat(record.getAdministrators())
                .extracting(administrator -> open(
                        AssociatedData.ADMINISTRATOR_ADDRESS,
                        administrator.getDestination(),
                        administrator.getRecipientId()))
                .containsExactly("one@contoso.com", "two@contoso.com");
    }

    @ParameterizedTest
    @EnumSource
    @Tag("SPEC-6.1b")
    void everyReasonOfEligibilityHasItsNameAndPage(EligibilityReason reason) {
        var record =
                (AdministratorContacted) write(new MethodOutcome.AdministratorContacted(reason, null, "de", List.of()));

        assertThat(record.getReason().name()).isEqualTo(reason.name());
        assertThat(record.getPage().name()).isEqualTo(reason.page().name());
    }

    private static MethodOutcome rejected(RejectionReason reason, Hint hint) {
        return new MethodOutcome.CommandRejected(reason, "No.", null, false, hint);
    }

    private SpecificRecord write(MethodOutcome outcome) {
        return events.write(outcome, metadata(), null);
    }

    private String open(Sealed sealed, UUID method) {
        return open(AssociatedData.DESTINATION, sealed, method);
    }

    private String open(String purpose, Sealed sealed, UUID boundTo) {
        var opened = new HpkeOpener(keys).open(sealed, new AssociatedData(purpose, KEY, boundTo));
        return opened instanceof Opened.Readable(var value) ? value : "unreadable";
    }

    private static EventMetadata metadata() {
        return EventMetadata.newBuilder()
                .setEventId(new UUID(0, 100))
                .setTenantId(KEY.tenantId())
                .setUserId(KEY.userId())
                .setSequence(1)
                .setEpoch(NOON)
                .setOccurredAt(NOON)
                .setCorrelationId(new UUID(0, 101))
                .build();
    }
}
