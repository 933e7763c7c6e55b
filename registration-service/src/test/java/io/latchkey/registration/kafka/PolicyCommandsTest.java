package io.latchkey.registration.kafka;

import static io.latchkey.registration.kafka.PolicySamples.ADA;
import static io.latchkey.registration.kafka.PolicySamples.BOB;
import static io.latchkey.registration.kafka.PolicySamples.COMMAND;
import static io.latchkey.registration.kafka.PolicySamples.POLICY;
import static io.latchkey.registration.kafka.PolicySamples.command;
import static io.latchkey.registration.kafka.PolicySamples.sealed;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.messaging.decision.Context;
import io.latchkey.messaging.decision.Opened;
import io.latchkey.messaging.sealing.AssociatedData;
import io.latchkey.registration.policy.PolicyDecider;
import io.latchkey.registration.policy.PolicyOutcome;
import io.latchkey.schemas.CustomQuestion;
import io.latchkey.schemas.DefinePolicy;
import io.latchkey.schemas.Enablement;
import io.latchkey.schemas.MethodKind;
import io.latchkey.schemas.Policy;
import io.latchkey.schemas.ReconfirmBy;
import io.latchkey.schemas.Sealed;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PolicyCommandsTest {

    private static final PolicyCommands COMMANDS = new PolicyCommands(PolicySamples.OPENER);

    @Test
    void everyFieldIsRead() {
        var decision = decide(define(full(), 0L));
        assertThat(decision).isEqualTo(new PolicyOutcome.PolicyChanged(1, POLICY, null));
    }

    @Test
    @Tag("SPEC-1.4.questionList.default")
    void whatIsNotSaidIsTheDefault() {
        var decision = decide(define(Policy.newBuilder().build(), null));
        assertThat(decision)
                .isEqualTo(new PolicyOutcome.PolicyChanged(1, io.latchkey.registration.policy.Policy.DEFAULT, null));
    }

    @Test
    void theExpectedVersionAndTheCommandsIdAreRead() {
        var command = COMMANDS.read(define(full(), 7L));
        assertThat(command.expectedVersion()).isEqualTo(7);
        assertThat(command.commandId()).isEqualTo(COMMAND);
        assertThat(COMMANDS.read(define(full(), null)).expectedVersion()).isNull();
    }

    @Test
    void aConstantOfALaterVersionIsNoConstant() {
        var proposal = COMMANDS.read(define(
                        changed(record -> record.setEnablement(Enablement.UNKNOWN)
                                .setReconfirmBy(ReconfirmBy.UNKNOWN)
                                .setMethodsOffered(List.of(MethodKind.EMAIL, MethodKind.UNKNOWN))),
                        null))
                .proposal();
        assertThat(proposal.scope().enablement()).isNull();
        assertThat(proposal.reconfirmation().by()).isNull();
        assertThat(proposal.methods().offered())
                .containsExactly(Optional.of(io.latchkey.registration.policy.MethodKind.EMAIL), Optional.empty());
    }

    static Stream<Sealed> notForThisCommand() {
        var purpose = AssociatedData.ADMINISTRATOR_ADDRESS;
        return Stream.of(
                sealed("fabrikam", COMMAND, purpose, ADA),
                sealed("contoso", new UUID(0, 9), purpose, ADA),
                sealed("contoso", COMMAND, AssociatedData.SIGN_IN_ADDRESS, ADA));
    }

    @ParameterizedTest
    @MethodSource("notForThisCommand")
    void cannotReadAnAddressThatWasSealedForAnother(Sealed address) {
        var policy = changed(record -> record.setAdministratorAddresses(List.of(sealed(COMMAND, ADA), address)));
        assertThat(COMMANDS.read(define(policy, null)).proposal().help().administrators())
                .containsExactly(new Opened.Readable(ADA), new Opened.Unreadable());
    }

    @Test
    void theSameWishSealedAfreshHasTheSameContent() {
        assertThat(content(full(), 1L)).isEqualTo(content(full(), 1L));
    }

    static Stream<Consumer<Policy.Builder>> changes() {
        return Stream.of(
                record -> record.setEnablement(Enablement.NONE),
                record -> record.setSelectedGroups(List.of("staff")),
                record -> record.setMethodsOffered(List.of(MethodKind.EMAIL)),
                record -> record.setMethodsRequiredToReset(1),
                record -> record.setMethodsRequiredToRegister(2),
                record -> record.setQuestionsToRegister(5),
                record -> record.setQuestionsToReset(4),
                record -> record.setPredefinedQuestions(null),
                record -> record.setPredefinedQuestions(List.of()),
                record -> record.setCustomQuestions(List.of()),
                record -> record.setCustomQuestions(List.of(new CustomQuestion("custom-a", "Who was it?"))),
                record -> record.setReconfirmAfterDays(0),
                record -> record.setReconfirmBy(ReconfirmBy.CONFIRM),
                record -> record.setUsePrepopulatedUnproven(false),
                record -> record.setCodeLength(8),
                record -> record.setPhoneCodeLifetimeSeconds(99),
                record -> record.setEmailCodeLifetimeSeconds(99),
                record -> record.setSendsPerMethod(9),
                record -> record.setSendCooldownSeconds(9),
                record -> record.setSendsPerDestination(9),
                record -> record.setAllowedCountries(null),
                record -> record.setAllowedCountries(List.of("DE")),
                record -> record.setWrongCodesPerMethod(4),
                record -> record.setWrongCodesPerUser(4),
                record -> record.setHelpdesk(null),
                record -> record.setHelpdesk("-"),
                record -> record.setAdministratorAddresses(List.of(sealed(COMMAND, BOB))),
                record -> record.setAdministratorAddresses(
                        List.of(sealed(COMMAND, BOB), sealed("fabrikam", COMMAND, "x", ADA))));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void anyChangeIsOtherContent(Consumer<Policy.Builder> change) {
        assertThat(content(changed(change), 1L)).isNotEqualTo(content(full(), 1L));
    }

    @Test
    void anotherExpectedVersionIsOtherContent() {
        assertThat(content(full(), 1L)).isNotEqualTo(content(full(), 2L)).isNotEqualTo(content(full(), null));
    }

    @Test
    void noAddressIsPrinted() {
        assertThat(COMMANDS.read(define(full(), null)).toString()).doesNotContain(ADA, BOB, "ada", "bob");
    }

    private static PolicyOutcome decide(DefinePolicy record) {
        return new PolicyDecider(Set.of("plush-toy", "first-boss", "school-trip", "sweet-shop", "first-prize"))
                .decide(null, COMMANDS.read(record), new Context(PolicySamples.NOON, i -> new byte[32], Map.of(), 0))
                .outcomes()
                .getFirst();
    }

    private static byte[] content(Policy policy, @Nullable Long expectedVersion) {
        return PolicyContent.of(COMMANDS.read(define(policy, expectedVersion)));
    }

    private static DefinePolicy define(Policy policy, @Nullable Long expectedVersion) {
        return new DefinePolicy(command(), policy, expectedVersion);
    }

    private static Policy full() {
        return PolicyRecords.of(POLICY, List.of(sealed(COMMAND, ADA), sealed(COMMAND, BOB)));
    }

    private static Policy changed(Consumer<Policy.Builder> change) {
        var record = Policy.newBuilder(full());
        change.accept(record);
        return record.build();
    }
}
