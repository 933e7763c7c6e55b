package io.latchkey.registration.method;

import static io.latchkey.registration.method.MethodOutcome.CommandRejected.because;
import static io.latchkey.registration.method.RejectionReason.ACCOUNT_DISABLED;
import static io.latchkey.registration.method.RejectionReason.UNKNOWN_ACCOUNT;
import static io.latchkey.registration.method.RejectionReason.UNKNOWN_METHOD;
import static io.latchkey.registration.method.Samples.DUE;
import static io.latchkey.registration.method.Samples.MARCH;
import static io.latchkey.registration.method.Samples.NEW_YEAR;
import static io.latchkey.registration.method.Samples.NEXT_DUE;
import static io.latchkey.registration.method.Samples.OLD_PHONE;
import static io.latchkey.registration.method.Samples.PHONE;
import static io.latchkey.registration.method.Samples.WAITING_PHONE;
import static io.latchkey.registration.method.Samples.account;
import static io.latchkey.registration.method.Samples.announced;
import static io.latchkey.registration.method.Samples.confirm;
import static io.latchkey.registration.method.Samples.decide;
import static io.latchkey.registration.method.Samples.disabled;
import static io.latchkey.registration.method.Samples.entry;
import static io.latchkey.registration.method.Samples.newId;
import static io.latchkey.registration.method.Samples.phone;
import static io.latchkey.registration.method.Samples.proven;
import static io.latchkey.registration.method.Samples.provision;
import static io.latchkey.registration.method.Samples.recipient;
import static io.latchkey.registration.method.Samples.registerPhone;
import static io.latchkey.registration.method.Samples.tick;
import static io.latchkey.registration.method.Samples.verified;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.messaging.decision.Decision;
import io.latchkey.registration.method.MethodOutcome.AccountProvisioned;
import io.latchkey.registration.method.MethodOutcome.MethodConfirmed;
import io.latchkey.registration.method.MethodOutcome.MethodProven;
import io.latchkey.registration.method.MethodOutcome.ReconfirmDue;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every state with every command, in March. */
class DecisionTableTest {

    private static final Method NEW_PHONE = phone(newId(MARCH), PHONE, MARCH);
    private static final Registration EMPTY = account();
    private static final Registration UNPROVEN = account(OLD_PHONE);
    private static final Registration PROVEN = proven(OLD_PHONE);
    private static final Registration REPLACING = Samples.waitingFor(PROVEN, WAITING_PHONE);
    private static final Registration ANNOUNCED = announced(OLD_PHONE);
    private static final Registration DISABLED = disabled(REPLACING);

    private static final MethodCommand SAME_PERSON = provision();
    private static final MethodCommand OTHER_PERSON = provision(entry("object-2", true));
    private static final MethodCommand REGISTER = registerPhone(PHONE);
    private static final MethodCommand CONFIRM = confirm(OLD_PHONE);
    private static final MethodCommand VERIFIED = verified(OLD_PHONE);
    private static final MethodCommand WAITING_VERIFIED = verified(WAITING_PHONE);
    private static final MethodCommand EARLY_TICK = tick(DUE.minusMillis(1));
    private static final MethodCommand DUE_TICK = tick(DUE);

    static Stream<Arguments> unknownAccount() {
        var unknown = Decision.<Registration, MethodOutcome>retriable(null, because(UNKNOWN_ACCOUNT));
        return Stream.of(
                row(null, SAME_PERSON, decision(EMPTY, new AccountProvisioned(1, true))),
                row(null, OTHER_PERSON, decision(ofOther(1), new AccountProvisioned(1, true))),
                row(null, REGISTER, unknown),
                row(null, CONFIRM, unknown),
                row(null, VERIFIED, decision(null)),
                row(null, WAITING_VERIFIED, decision(null)),
                row(null, EARLY_TICK, decision(null)),
                row(null, DUE_TICK, decision(null)));
    }

    static Stream<Arguments> disabledAccount() {
        var disabled = decision(DISABLED, because(ACCOUNT_DISABLED));
        return Stream.of(
                row(DISABLED, SAME_PERSON, decision(REPLACING, new AccountProvisioned(1, true))),
                row(DISABLED, OTHER_PERSON, decision(ofOther(2), new AccountProvisioned(2, true))),
                row(DISABLED, REGISTER, disabled),
                row(DISABLED, CONFIRM, disabled),
                row(DISABLED, VERIFIED, decision(DISABLED)),
                row(DISABLED, WAITING_VERIFIED, decision(disabled(replaced()), proofOfWaiting())),
                row(DISABLED, EARLY_TICK, decision(DISABLED)),
                row(DISABLED, DUE_TICK, decision(DISABLED)));
    }

    static Stream<Arguments> nothingRegistered() {
        return Stream.of(
                row(EMPTY, SAME_PERSON, decision(EMPTY, new AccountProvisioned(1, true))),
                row(EMPTY, OTHER_PERSON, decision(ofOther(2), new AccountProvisioned(2, true))),
                row(EMPTY, REGISTER, decision(account(NEW_PHONE), registered(null))),
                row(EMPTY, CONFIRM, decision(EMPTY, because(UNKNOWN_METHOD, "methodIds[0]"))),
                row(EMPTY, VERIFIED, decision(EMPTY)),
                row(EMPTY, WAITING_VERIFIED, decision(EMPTY)),
                row(EMPTY, EARLY_TICK, decision(EMPTY)),
                row(EMPTY, DUE_TICK, decision(EMPTY)));
    }

    static Stream<Arguments> oneUnproven() {
        return Stream.of(
                row(UNPROVEN, SAME_PERSON, decision(UNPROVEN, new AccountProvisioned(1, true))),
                row(UNPROVEN, OTHER_PERSON, decision(ofOther(2), new AccountProvisioned(2, true))),
                row(UNPROVEN, REGISTER, decision(account(NEW_PHONE), registered(OLD_PHONE.id()))),
                row(UNPROVEN, CONFIRM, decision(UNPROVEN, because(UNKNOWN_METHOD, "methodIds[0]"))),
                row(
                        UNPROVEN,
                        VERIFIED,
                        decision(provenInMarch(OLD_PHONE), new MethodProven(OLD_PHONE, null, NEXT_DUE, List.of()))),
                row(UNPROVEN, WAITING_VERIFIED, decision(UNPROVEN)),
                row(UNPROVEN, EARLY_TICK, decision(UNPROVEN)),
                row(UNPROVEN, DUE_TICK, decision(UNPROVEN)));
    }

    static Stream<Arguments> oneProven() {
        return Stream.of(
                row(PROVEN, SAME_PERSON, decision(PROVEN, new AccountProvisioned(1, true))),
                row(PROVEN, OTHER_PERSON, decision(ofOther(2), new AccountProvisioned(2, true))),
                row(PROVEN, REGISTER, decision(Samples.waitingFor(PROVEN, NEW_PHONE), registered(null))),
                row(PROVEN, CONFIRM, decision(confirmedInMarch(PROVEN), confirmed())),
                row(PROVEN, VERIFIED, decision(PROVEN)),
                row(PROVEN, WAITING_VERIFIED, decision(PROVEN)),
                row(PROVEN, EARLY_TICK, decision(PROVEN)),
                row(PROVEN, DUE_TICK, decision(ANNOUNCED, due())));
    }

    static Stream<Arguments> oneProvenAndItsReplacement() {
        var replacedAgain = Samples.waitingFor(REPLACING, NEW_PHONE);
        var announced = Samples.waitingFor(ANNOUNCED, WAITING_PHONE);
        return Stream.of(
                row(REPLACING, SAME_PERSON, decision(REPLACING, new AccountProvisioned(1, true))),
                row(REPLACING, OTHER_PERSON, decision(ofOther(2), new AccountProvisioned(2, true))),
                row(REPLACING, REGISTER, decision(replacedAgain, registered(WAITING_PHONE.id()))),
                row(REPLACING, CONFIRM, decision(confirmedInMarch(REPLACING), confirmed())),
                row(REPLACING, VERIFIED, decision(REPLACING)),
                row(REPLACING, WAITING_VERIFIED, decision(replaced(), proofOfWaiting())),
                row(REPLACING, EARLY_TICK, decision(REPLACING)),
                row(REPLACING, DUE_TICK, decision(announced, due())));
    }

    static Stream<Arguments> dueDateAnnounced() {
        var answered = ANNOUNCED.methods().confirmed(List.of(OLD_PHONE.id()), DUE);
        var nextDue = Samples.due(DUE);
        return Stream.of(
                row(ANNOUNCED, SAME_PERSON, decision(ANNOUNCED, new AccountProvisioned(1, true))),
                row(ANNOUNCED, OTHER_PERSON, decision(ofOther(2), new AccountProvisioned(2, true))),
                row(ANNOUNCED, REGISTER, decision(Samples.waitingFor(ANNOUNCED, NEW_PHONE), registered(null))),
                row(
                        ANNOUNCED,
                        CONFIRM,
                        decision(
                                Samples.with(ANNOUNCED, answered),
                                new MethodConfirmed(List.of(OLD_PHONE.id()), nextDue, List.of()))),
                row(ANNOUNCED, VERIFIED, decision(ANNOUNCED)),
                row(ANNOUNCED, WAITING_VERIFIED, decision(ANNOUNCED)),
                row(ANNOUNCED, EARLY_TICK, decision(ANNOUNCED)),
                row(ANNOUNCED, DUE_TICK, decision(ANNOUNCED)));
    }

    @ParameterizedTest
    @MethodSource({
        "unknownAccount",
        "disabledAccount",
        "nothingRegistered",
        "oneUnproven",
        "oneProven",
        "oneProvenAndItsReplacement",
        "dueDateAnnounced"
    })
    @Tag("SPEC-1.2a")
    @Tag("SPEC-1.2f")
    @Tag("SPEC-1.2g")
    @Tag("SPEC-2.2b")
    @Tag("SPEC-4.1a")
    void everyStateAnswersEveryCommand(
            @Nullable Registration state, MethodCommand command, Decision<Registration, MethodOutcome> expected) {
        assertThat(decide(state, command, MARCH)).isEqualTo(expected);
    }

    private static Arguments row(
            @Nullable Registration state, MethodCommand command, Decision<Registration, MethodOutcome> expected) {
        return Arguments.of(state, command, expected);
    }

    private static Decision<Registration, MethodOutcome> decision(
            @Nullable Registration next, MethodOutcome... outcomes) {
        return Decision.of(next, outcomes);
    }

    private static Registration ofOther(long generation) {
        return Registration.of(account(generation, entry("object-2", true)), Samples.IN_FORCE);
    }

    private static MethodOutcome registered(@Nullable MethodId replaced) {
        return Samples.registered(NEW_PHONE, MARCH, replaced);
    }

    private static MethodOutcome proofOfWaiting() {
        return new MethodProven(WAITING_PHONE, OLD_PHONE.id(), NEXT_DUE, List.of(recipient(OLD_PHONE)));
    }

    private static MethodOutcome confirmed() {
        return new MethodConfirmed(List.of(OLD_PHONE.id()), NEXT_DUE, List.of());
    }

    private static MethodOutcome due() {
        return new ReconfirmDue(DUE, List.of(OLD_PHONE.id()), List.of(recipient(OLD_PHONE)));
    }

    private static Registration replaced() {
        var register = new Register(List.of(bound(WAITING_PHONE)));
        return provenInMarch(WAITING_PHONE).with(register);
    }

    private static Registration provenInMarch(Method method) {
        var proven = new Proven(method, MARCH, MARCH);
        return Samples.with(EMPTY, new Methods(List.of(), List.of(proven))).with(new Register(List.of(bound(method))));
    }

    private static Binding bound(Method method) {
        return new Binding(method.id(), method.kind(), method.destination().mask(), MARCH, null);
    }

    private static Registration confirmedInMarch(Registration state) {
        var proven = new Proven(OLD_PHONE, NEW_YEAR, MARCH);
        return Samples.with(state, new Methods(state.methods().unproven(), List.of(proven)));
    }
}
