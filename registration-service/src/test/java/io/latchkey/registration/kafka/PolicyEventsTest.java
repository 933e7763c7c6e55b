package io.latchkey.registration.kafka;

import static io.latchkey.registration.kafka.PolicySamples.ADA;
import static io.latchkey.registration.kafka.PolicySamples.BOB;
import static io.latchkey.registration.kafka.PolicySamples.DEFINED;
import static io.latchkey.registration.kafka.PolicySamples.OPENER;
import static io.latchkey.registration.kafka.PolicySamples.POLICY;
import static io.latchkey.registration.kafka.PolicySamples.event;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.registration.destination.EmailAddress;
import io.latchkey.registration.policy.Enablement;
import io.latchkey.registration.policy.FieldFault;
import io.latchkey.registration.policy.Help;
import io.latchkey.registration.policy.Policies.InForce;
import io.latchkey.registration.policy.Policy;
import io.latchkey.registration.policy.PolicyOutcome;
import io.latchkey.registration.policy.PolicyVersion;
import io.latchkey.registration.policy.Reconfirmation;
import io.latchkey.registration.policy.TenantPolicy;
import io.latchkey.schemas.CommandRejected;
import io.latchkey.schemas.CommandRejectionReason;
import io.latchkey.schemas.MethodKind;
import io.latchkey.schemas.PolicyChanged;
import io.latchkey.schemas.PolicyDefined;
import io.latchkey.schemas.ReconfirmBy;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class PolicyEventsTest {

    private static final PolicyEvents EVENTS = new PolicyEvents(PolicySamples.SEALER);

    private final AtomicInteger unreadable = new AtomicInteger();
    private final PolicyReading reading = new PolicyReading(OPENER, unreadable::incrementAndGet);

    @Test
    void whatIsDefinedIsReadAgain() {
        assertThat(reading.read(EVENTS.defined(DEFINED, event()))).isEqualTo(new InForce(2, POLICY));
        assertThat(unreadable).hasValue(0);
    }

    @Test
    void theDefaultsDefinedAreReadAgain() {
        var defaults = new TenantPolicy(List.of(DEFINED.versions().getFirst()));
        assertThat(reading.read(EVENTS.defined(defaults, event()))).isEqualTo(new InForce(1, Policy.DEFAULT));
    }

    @Test
    void equalPoliciesAreEqualRecordsButForTheirSeals() {
        assertThat(PolicyRecords.withoutAddresses(POLICY))
                .isEqualTo(PolicyRecords.withoutAddresses(new Policy(
                        POLICY.scope(),
                        POLICY.methods(),
                        POLICY.questions(),
                        POLICY.reconfirmation(),
                        POLICY.codes(),
                        new Help(POLICY.help().helpdesk(), List.of()))));
    }

    @Test
    void anAddressThatCannotBeOpenedIsLeftOutAndCounted() {
        var moved = PolicyDefined.newBuilder(EVENTS.defined(DEFINED, event()))
                .setAddressesId(new UUID(0, 7))
                .build();
        assertThat(reading.read(moved).policy().help()).isEqualTo(new Help("https://help.contoso.com", List.of()));
        assertThat(unreadable).hasValue(2);
    }

    @Test
    void addressesAreBoundToTheirVersionAndTenant() {
        assertThat(AddressesId.of("contoso", 1))
                .isEqualTo(AddressesId.of("contoso", 1))
                .isNotEqualTo(AddressesId.of("contoso", 2))
                .isNotEqualTo(AddressesId.of("contoso1", 1));
        assertThat(EVENTS.defined(DEFINED, event()).getAddressesId()).isEqualTo(AddressesId.of("contoso", 2));
    }

    @Test
    void whatALaterVersionHasWrittenIsReadAsTheStrictest() {
        var later = io.latchkey.schemas.Policy.newBuilder(PolicyRecords.withoutAddresses(POLICY))
                .setEnablement(io.latchkey.schemas.Enablement.UNKNOWN)
                .setReconfirmBy(ReconfirmBy.UNKNOWN)
                .setMethodsOffered(List.of(MethodKind.EMAIL, MethodKind.UNKNOWN))
                .build();
        var read = reading.read(new PolicyDefined(event(), 2L, later, new UUID(0, 7)))
                .policy();
        assertThat(read.scope().enablement()).isEqualTo(Enablement.NONE);
        assertThat(read.reconfirmation().by()).isEqualTo(Reconfirmation.By.CODE);
        assertThat(read.methods().offered()).containsExactly(io.latchkey.registration.policy.MethodKind.EMAIL);
    }

    @Test
    @Tag("SPEC-1.3c")
    void aChangeTellsOldAndNewAndHowManyAreToldButNotWho() {
        var changed = (PolicyChanged) EVENTS.write(new PolicyOutcome.PolicyChanged(2, POLICY, Policy.DEFAULT), event());
        assertThat(changed)
                .isEqualTo(new PolicyChanged(
                        event(),
                        2L,
                        PolicyRecords.withoutAddresses(POLICY),
                        PolicyRecords.withoutAddresses(Policy.DEFAULT),
                        2));
        assertThat(changed.getPolicy().getAdministratorAddresses()).isEmpty();
        assertThat(changed.toString()).doesNotContain(ADA, BOB);
    }

    @Test
    void theFirstPolicyHadNoneBefore() {
        assertThat(EVENTS.write(new PolicyOutcome.PolicyChanged(1, Policy.DEFAULT, null), event()))
                .isEqualTo(new PolicyChanged(event(), 1L, PolicyRecords.withoutAddresses(Policy.DEFAULT), null, 0));
    }

    @Test
    void aRefusalNamesEveryFieldAtFault() {
        var refused = new PolicyOutcome.PolicyRefused(List.of(
                new FieldFault("policy.codeLength", "6 to 10", false),
                new FieldFault("policy.sendsPerMethod", "1 to 10", false)));
        assertThat(EVENTS.write(refused, event()))
                .isEqualTo(rejected(CommandRejectionReason.INVALID_FIELD)
                        .setField("policy.codeLength")
                        .setMessage("policy.codeLength must be 6 to 10")
                        .setFaults(List.of(
                                new io.latchkey.schemas.FieldFault("policy.codeLength", "6 to 10"),
                                new io.latchkey.schemas.FieldFault("policy.sendsPerMethod", "1 to 10")))
                        .build());
    }

    @Test
    void whatCannotBeReadIsTheReasonWhereThereIsSuch() {
        var refused = new PolicyOutcome.PolicyRefused(List.of(
                new FieldFault("policy.codeLength", "6 to 10", false),
                new FieldFault("policy.administratorAddresses[0]", "sealed", true)));
        var rejected = (CommandRejected) EVENTS.write(refused, event());
        assertThat(rejected.getReason()).isEqualTo(CommandRejectionReason.UNREADABLE_FIELD);
        assertThat(rejected.getField()).isEqualTo("policy.administratorAddresses[0]");
        assertThat(rejected.getFaults()).hasSize(2);
    }

    @Test
    void aConflictSaysSo() {
        assertThat(EVENTS.write(new PolicyOutcome.VersionConflict(), event()))
                .isEqualTo(rejected(CommandRejectionReason.POLICY_VERSION_CONFLICT)
                        .setField("expectedVersion")
                        .setMessage("The policy has changed in between. Look at it again before you change it.")
                        .build());
    }

    @Test
    void whatIsDefinedHidesTheAddresses() {
        PolicyDefined defined = EVENTS.defined(DEFINED, event());
        assertThat(defined.toString()).contains("help.contoso.com").doesNotContain(ADA, BOB);
        assertThat(new PolicyVersion(1, POLICY, PolicySamples.NOON, PolicySamples.COMMAND).toString())
                .doesNotContain(ADA, BOB);
        assertThat(new EmailAddress(ADA).toString()).isEqualTo("•••");
    }

    private static CommandRejected.Builder rejected(CommandRejectionReason reason) {
        return CommandRejected.newBuilder()
                .setMetadata(event())
                .setReason(reason)
                .setFaults(List.of())
                .setMissing(List.of());
    }
}
