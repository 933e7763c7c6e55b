package io.latchkey.registration.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.messaging.decision.Mask;
import io.latchkey.registration.account.Account;
import io.latchkey.registration.account.DirectoryEntry;
import io.latchkey.registration.account.PasswordManagement;
import io.latchkey.registration.account.Person;
import io.latchkey.registration.account.Personal;
import io.latchkey.registration.account.Place;
import io.latchkey.registration.destination.Channel;
import io.latchkey.registration.destination.EmailAddress;
import io.latchkey.registration.destination.PhoneNumber;
import io.latchkey.registration.method.Binding;
import io.latchkey.registration.method.DueDate;
import io.latchkey.registration.method.EligibilityReason;
import io.latchkey.registration.method.Method;
import io.latchkey.registration.method.MethodId;
import io.latchkey.registration.method.Methods;
import io.latchkey.registration.method.Origin;
import io.latchkey.registration.method.Progress;
import io.latchkey.registration.method.Proven;
import io.latchkey.registration.method.Register;
import io.latchkey.registration.method.Registration;
import io.latchkey.registration.method.Requirement;
import io.latchkey.registration.method.Standing;
import io.latchkey.registration.policy.MethodKind;
import io.latchkey.schemas.EligibilityPage;
import io.latchkey.schemas.EventMetadata;
import io.latchkey.schemas.MethodState;
import io.latchkey.schemas.MethodStatus;
import io.latchkey.schemas.RegistrationState;
import io.latchkey.schemas.RegistrationStatus;
import io.latchkey.schemas.RequirementKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What everybody can read of an account without asking, and no more than that. */
class StatusRecordsTest {

    private static final Instant NEW_YEAR = Instant.parse("2026-01-01T09:00:00Z");
    private static final Instant DUE = Instant.parse("2026-07-01T09:00:00Z");
    private static final Method PHONE = new Method(
            new MethodId(new UUID(0, 1)),
            MethodKind.MOBILE_PHONE,
            Channel.SMS,
            new PhoneNumber("+4915123456789"),
            NEW_YEAR);
    private static final Method EMAIL = new Method(
            new MethodId(new UUID(0, 2)),
            MethodKind.EMAIL,
            Channel.EMAIL,
            new EmailAddress("ada@example.org"),
            NEW_YEAR,
            Origin.ADMINISTRATOR);
    private static final Standing STANDING = new Standing(
            7,
            false,
            true,
            false,
            EligibilityReason.TOO_FEW_METHODS,
            Map.of(MethodKind.MOBILE_PHONE, PHONE.id()),
            List.of(new Requirement(Requirement.Kind.METHOD, 1, List.of(MethodKind.EMAIL))),
            List.of());

    @Test
    @Tag("SPEC-2.4b")
    @Tag("SPEC-6.1b")
    @Tag("SPEC-6.7b")
    void saysWhereAnAccountStandsWhatItLacksAndShowsMasks() {
        assertThat(StatusRecords.of(registration(), metadata(), 9))
                .isEqualTo(RegistrationStatus.newBuilder()
                        .setMetadata(metadata())
                        .setRevision(9)
                        .setGeneration(3)
                        .setState(RegistrationState.IN_PROGRESS)
                        .setRegistered(false)
                        .setEnabled(true)
                        .setCapable(false)
                        .setPage(EligibilityPage.COULD_NOT_VERIFY)
                        .setReason(io.latchkey.schemas.EligibilityReason.TOO_FEW_METHODS)
                        .setMethods(List.of(phone(), email()))
                        .setMissing(List.of(new io.latchkey.schemas.Requirement(
                                RequirementKind.METHOD, 1, List.of(io.latchkey.schemas.MethodKind.EMAIL))))
                        .setRecommended(List.of())
                        .setDueAt(DUE)
                        .setDueAnnounced(true)
                        .setPolicyVersion(7)
                        .setAdministrator(true)
                        .build());
    }

    @Test
    void showsNothingPersonal() {
        assertThat(StatusRecords.of(registration(), metadata(), 9).toString())
                .contains(" 89\"")
                .doesNotContain("15123456", "example", "Ada", "contoso.com", "object-1", "staff");
    }

    private static MethodStatus phone() {
        return new MethodStatus(
                new UUID(0, 1),
                io.latchkey.schemas.MethodKind.MOBILE_PHONE,
                io.latchkey.schemas.Channel.SMS,
                "•••• •••• 89",
                MethodState.PROVEN,
                true,
                NEW_YEAR,
                NEW_YEAR,
                NEW_YEAR);
    }

    private static MethodStatus email() {
        return new MethodStatus(
                new UUID(0, 2),
                io.latchkey.schemas.MethodKind.EMAIL,
                io.latchkey.schemas.Channel.EMAIL,
                "a•••••@•••••",
                MethodState.PREPOPULATED,
                false,
                NEW_YEAR,
                null,
                null);
    }

    private static Registration registration() {
        var binding = new Binding(PHONE.id(), PHONE.kind(), Mask.phone("+4915123456789"), NEW_YEAR, null);
        return new Registration(
                new Account(
                        3,
                        new DirectoryEntry("object-1", true, List.of("staff"), true),
                        PasswordManagement.CLOUD,
                        new Person(new Personal("ada.lovelace@contoso.com"), new Personal("Ada Lovelace")),
                        new Place("DE", "de-DE", "Europe/Berlin")),
                new Methods(List.of(EMAIL), List.of(new Proven(PHONE, NEW_YEAR, NEW_YEAR))),
                new DueDate(DUE, NEW_YEAR, Duration.ofDays(180), 1, null),
                new Progress(null, null, null, List.of(), null),
                new Register(List.of(binding)),
                STANDING);
    }

    private static EventMetadata metadata() {
        return EventMetadata.newBuilder()
                .setEventId(new UUID(0, 100))
                .setTenantId("contoso")
                .setUserId("u-1")
                .setSequence(1)
                .setEpoch(NEW_YEAR)
                .setOccurredAt(NEW_YEAR)
                .setCorrelationId(new UUID(0, 101))
                .build();
    }
}
