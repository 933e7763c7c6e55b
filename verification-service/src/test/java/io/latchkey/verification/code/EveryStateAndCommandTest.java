package io.latchkey.verification.code;

import static io.latchkey.verification.code.Fixtures.ACCOUNT;
import static io.latchkey.verification.code.Fixtures.EMAIL;
import static io.latchkey.verification.code.Fixtures.NOON;
import static io.latchkey.verification.code.Fixtures.OTHER_PHONE;
import static io.latchkey.verification.code.Fixtures.PHONE;
import static io.latchkey.verification.code.Fixtures.decider;
import static io.latchkey.verification.code.Fixtures.random;
import static io.latchkey.verification.code.Fixtures.registered;
import static io.latchkey.verification.code.Fixtures.resend;
import static io.latchkey.verification.code.Fixtures.submit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.latchkey.messaging.decision.Context;
import io.latchkey.messaging.decision.Decision;
import io.latchkey.verification.code.Challenge.Exhausted;
import io.latchkey.verification.code.Challenge.Open;
import io.latchkey.verification.code.Challenge.Proven;
import io.latchkey.verification.code.Challenge.Replaced;
import io.latchkey.verification.code.Challenge.Waiting;
import io.latchkey.verification.code.Rejection.AccountDisabled;
import io.latchkey.verification.code.Rejection.AlreadyProven;
import io.latchkey.verification.code.Rejection.Locked;
import io.latchkey.verification.code.Rejection.Superseded;
import io.latchkey.verification.code.Rejection.UnknownCode;
import io.latchkey.verification.code.Rejection.UnknownMethod;
import io.latchkey.verification.code.Rejection.WrongCode;
import io.latchkey.verification.code.VerificationCommand.AccountErased;
import io.latchkey.verification.code.VerificationCommand.AccountProvisioned;
import io.latchkey.verification.code.VerificationCommand.MethodRemoved;
import io.latchkey.verification.code.VerificationCommand.MethodReplaced;
import io.latchkey.verification.code.VerificationOutcome.CodeIssued;
import io.latchkey.verification.code.VerificationOutcome.CodeRejected;
import io.latchkey.verification.code.VerificationOutcome.CodeVerified;
import io.latchkey.verification.code.VerificationOutcome.SendCode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every state of a challenge meets every command; whole decisions are compared. */
class EveryStateAndCommandTest {

    private static final Instant NOW = NOON.plusSeconds(60);
    private static final Instant LATER = NOW.plusSeconds(60);
    private static final CodeId CODE = new CodeId(new UUID(1, 1));
    private static final CodeId OLD_CODE = new CodeId(new UUID(1, 0));
    private static final CodeId NEW_CODE = new CodeId(random("this record").uuid(0));
    private static final Code DIGITS = new Code("123456");
    private static final Code NEW_DIGITS = new Code(random("this record").digits(1, 6));

    private static final Waiting WAITING = new Waiting(PHONE);
    private static final Open OPEN = new Open(PHONE, live(PHONE, CODE, DIGITS, LATER), List.of(OLD_CODE), 1, 5);
    private static final Exhausted EXHAUSTED = new Exhausted(PHONE.id(), PHONE.kind(), List.of(OLD_CODE, CODE));
    private static final Proven PROVEN = new Proven(PHONE.id(), PHONE.kind(), List.of(OLD_CODE, CODE));
    private static final Replaced REPLACED = new Replaced(PHONE.id(), PHONE.kind(), List.of(OLD_CODE, CODE));

    @ParameterizedTest(name = "{0}")
    @MethodSource({
        "provisioning",
        "registering",
        "resending",
        "submitting",
        "submittingAnOldCode",
        "removing",
        "replacing",
        "erasing"
    })
    void everyStateMeetsEveryCommand(
            String name,
            @Nullable Verification state,
            VerificationCommand command,
            Decision<Verification, VerificationOutcome> expected) {
        assertThat(decider().decide(state, command, context(command, state))).isEqualTo(expected);
    }

    static Stream<Arguments> provisioning() {
        var first = new AccountProvisioned(ACCOUNT, new Standing(1, true));
        var second = new AccountProvisioned(ACCOUNT, new Standing(2, true));
        var disabled = new AccountProvisioned(ACCOUNT, new Standing(1, false));
        return Stream.concat(
                Stream.of(arguments("nothing, provisioned", null, first, Decision.of(fresh(1)))),
                states().flatMap(state -> Stream.of(
                        arguments("provisioned again " + state.challenges(), state, first, Decision.of(state)),
                        arguments(
                                "new generation " + state.challenges(),
                                state,
                                second,
                                new Decision<>(fresh(2), dead(state, new UnknownMethod(false)), true)),
                        arguments(
                                "disabled " + state.challenges(),
                                state,
                                disabled,
                                new Decision<>(disabled(state), dead(state, new AccountDisabled()), true)),
                        arguments(
                                "disabled again " + state.challenges(),
                                disabled(state),
                                disabled,
                                Decision.of(disabled(state))),
                        arguments("enabled again " + state.challenges(), disabled(state), first, Decision.of(state)))));
    }

    static Stream<Arguments> registering() {
        var waiting = new Waiting(OTHER_PHONE);
        return Stream.of(
                arguments("nothing, registers", null, registered(PHONE, NOON), issued(0, PHONE, null)),
                arguments("fresh, registers", fresh(1), registered(PHONE, NOON), issued(1, PHONE, null)),
                arguments("waiting, told again", with(WAITING), registered(PHONE, NOON), Decision.of(with(WAITING))),
                arguments("open, told again", with(OPEN), registered(PHONE, NOON), Decision.of(with(OPEN))),
                arguments(
                        "exhausted, told again",
                        with(EXHAUSTED),
                        registered(PHONE, NOON),
                        Decision.of(with(EXHAUSTED))),
                arguments("proven, told again", with(PROVEN), registered(PHONE, NOON), Decision.of(with(PROVEN))),
                arguments("replaced, told again", with(REPLACED), registered(PHONE, NOON), Decision.of(with(REPLACED))),
                arguments(
                        "waiting, another of the kind",
                        with(WAITING),
                        registered(OTHER_PHONE, NOON),
                        issued(new Replaced(PHONE.id(), PHONE.kind(), List.of()), waiting, null)),
                arguments(
                        "open, another of the kind",
                        with(OPEN),
                        registered(OTHER_PHONE, NOON),
                        issued(REPLACED, waiting, CODE)),
                arguments(
                        "exhausted, another of the kind",
                        with(EXHAUSTED),
                        registered(OTHER_PHONE, NOON),
                        issued(REPLACED, waiting, null)),
                arguments(
                        "proven, another of the kind",
                        with(PROVEN),
                        registered(OTHER_PHONE, NOON),
                        issued(PROVEN, waiting, null)),
                arguments(
                        "replaced, another of the kind",
                        with(REPLACED),
                        registered(OTHER_PHONE, NOON),
                        issued(REPLACED, waiting, null)),
                arguments(
                        "open, another kind",
                        with(OPEN),
                        registered(EMAIL, NOON),
                        issued(OPEN, new Waiting(EMAIL), null)));
    }

    static Stream<Arguments> resending() {
        return Stream.of(
                arguments("nothing, resends", null, resend(PHONE), notYet(null)),
                arguments("fresh, resends", fresh(1), resend(PHONE), notYet(fresh(1))),
                arguments("waiting, resends", with(WAITING), resend(PHONE), reissued(WAITING)),
                arguments("open, resends", with(OPEN), resend(PHONE), reissued(OPEN)),
                arguments(
                        "exhausted, resends",
                        with(EXHAUSTED),
                        resend(PHONE),
                        refusedResend(EXHAUSTED, new Locked(null))),
                arguments("proven, resends", with(PROVEN), resend(PHONE), refusedResend(PROVEN, new AlreadyProven())),
                arguments(
                        "replaced, resends",
                        with(REPLACED),
                        resend(PHONE),
                        refusedResend(REPLACED, new UnknownMethod(false))));
    }

    static Stream<Arguments> submitting() {
        var right = submit(CODE, DIGITS.digits());
        var wrong = submit(CODE, "654321");
        return Stream.of(
                arguments("nothing, submits", null, right, unknownCode(null)),
                arguments("fresh, submits", fresh(1), right, unknownCode(fresh(1))),
                arguments("waiting, submits", with(WAITING), right, unknownCode(with(WAITING))),
                arguments(
                        "open, right code",
                        with(OPEN),
                        right,
                        Decision.of(with(PROVEN), new CodeVerified(CODE, PHONE.id()))),
                arguments("open, wrong code", with(OPEN), wrong, wrongGuess()),
                arguments("exhausted, submits", with(EXHAUSTED), right, refused(EXHAUSTED, CODE, new Locked(null))),
                arguments("proven, submits", with(PROVEN), right, refused(PROVEN, CODE, new AlreadyProven())),
                arguments("replaced, submits", with(REPLACED), right, refused(REPLACED, CODE, new Superseded())));
    }

    static Stream<Arguments> submittingAnOldCode() {
        var old = submit(OLD_CODE, DIGITS.digits());
        return Stream.of(
                arguments("open, old code", with(OPEN), old, refused(OPEN, OLD_CODE, new Superseded())),
                arguments("exhausted, old code", with(EXHAUSTED), old, refused(EXHAUSTED, OLD_CODE, new Locked(null))),
                arguments("proven, old code", with(PROVEN), old, refused(PROVEN, OLD_CODE, new AlreadyProven())),
                arguments("replaced, old code", with(REPLACED), old, refused(REPLACED, OLD_CODE, new Superseded())));
    }

    static Stream<Arguments> removing() {
        var removed = new MethodRemoved(PHONE.id());
        return Stream.concat(
                Stream.of(
                        arguments("nothing, removed", null, removed, Decision.of(null)),
                        arguments("fresh, removed", fresh(1), removed, Decision.of(fresh(1)))),
                states().flatMap(state -> Stream.of(
                        arguments(
                                "removed " + state.challenges(),
                                state,
                                removed,
                                new Decision<>(with(), dead(state, new UnknownMethod(false)), true)),
                        arguments(
                                "another removed " + state.challenges(),
                                state,
                                new MethodRemoved(EMAIL.id()),
                                Decision.of(state)))));
    }

    static Stream<Arguments> replacing() {
        var replaced = new MethodReplaced(PHONE.id());
        var withoutCodes = new Replaced(PHONE.id(), PHONE.kind(), List.of());
        return Stream.of(
                arguments("nothing, replaced", null, replaced, Decision.of(null)),
                arguments("fresh, replaced", fresh(1), replaced, Decision.of(fresh(1))),
                arguments("waiting, replaced", with(WAITING), replaced, Decision.of(with(withoutCodes))),
                arguments(
                        "open, replaced",
                        with(OPEN),
                        replaced,
                        new Decision<>(with(REPLACED), dead(with(OPEN), new UnknownMethod(false)), true)),
                arguments("exhausted, replaced", with(EXHAUSTED), replaced, Decision.of(with(REPLACED))),
                arguments("proven, replaced", with(PROVEN), replaced, Decision.of(with(PROVEN))),
                arguments("replaced again", with(REPLACED), replaced, Decision.of(with(REPLACED))),
                arguments(
                        "open, another replaced", with(OPEN), new MethodReplaced(EMAIL.id()), Decision.of(with(OPEN))));
    }

    static Stream<Arguments> erasing() {
        return Stream.concat(
                Stream.of(
                        arguments("nothing, erased", null, new AccountErased(1), Decision.of(null)),
                        arguments("fresh, erased", fresh(1), new AccountErased(1), Decision.of(null))),
                states().flatMap(state -> Stream.of(
                        arguments(
                                "erased " + state.challenges(),
                                state,
                                new AccountErased(1),
                                new Decision<>(null, dead(state, new AccountDisabled()), true)),
                        arguments(
                                "erased while disabled " + state.challenges(),
                                disabled(state),
                                new AccountErased(1),
                                new Decision<>(null, dead(state, new AccountDisabled()), true)),
                        arguments(
                                "an earlier generation erased " + state.challenges(),
                                state,
                                new AccountErased(0),
                                Decision.of(state)))));
    }

    private static Stream<Verification> states() {
        return Stream.of(with(WAITING), with(OPEN), with(EXHAUSTED), with(PROVEN), with(REPLACED));
    }

    private static Verification fresh(long generation) {
        return Verification.empty(ACCOUNT, standing(generation));
    }

    private static Standing standing(long generation) {
        return new Standing(generation, true);
    }

    private static Verification disabled(Verification state) {
        return state.with(new Standing(1, false));
    }

    private static List<VerificationOutcome> dead(Verification state, Rejection why) {
        return state.challenges().contains(OPEN) ? List.of(new CodeRejected(null, PHONE.id(), why, CODE)) : List.of();
    }

    private static Verification with(Challenge... challenges) {
        return new Verification(ACCOUNT, standing(1), new Sends(7, List.of()), UserGuesses.NONE, List.of(challenges));
    }

    private static LiveCode live(Method method, CodeId id, Code code, Instant expiresAt) {
        return new LiveCode(id, new Fixtures.PlainHasher().hash(code, method.binding(ACCOUNT, id)), expiresAt);
    }

    private static Decision<Verification, VerificationOutcome> issued(
            long generation, Method method, @Nullable CodeId superseded) {
        var next = new Verification(
                ACCOUNT,
                standing(generation),
                new Sends(1, List.of(Send.of(method, NOW))),
                UserGuesses.NONE,
                List.of(newlyOpen(new Waiting(method), NOON)));
        return issuing(next, method, NOON, superseded);
    }

    private static Decision<Verification, VerificationOutcome> issued(
            Challenge before, Waiting waiting, @Nullable CodeId superseded) {
        var next = with(before, newlyOpen(waiting, NOON)).with(new Sends(8, List.of(Send.of(waiting.method(), NOW))));
        return issuing(next, waiting.method(), NOON, superseded);
    }

    private static Decision<Verification, VerificationOutcome> reissued(Challenge.Unproven before) {
        var next = with(newlyOpen(before, NOW)).with(new Sends(8, List.of(Send.of(before.method(), NOW))));
        return issuing(next, before.method(), NOW, before.newestCode().orElse(null));
    }

    private static Open newlyOpen(Challenge.Unproven before, Instant requestedAt) {
        var live = live(before.method(), NEW_CODE, NEW_DIGITS, requestedAt.plus(lifetime(before.method())));
        return new Open(before.method(), live, before.codes(), before.wrongGuesses(), 5);
    }

    private static Decision<Verification, VerificationOutcome> issuing(
            Verification next, Method method, Instant requestedAt, @Nullable CodeId superseded) {
        var expiresAt = requestedAt.plus(lifetime(method));
        var issued = new CodeIssued(NEW_CODE, method, next.sends().lastNumber(), expiresAt, superseded);
        return Decision.of(next, issued, new SendCode(issued, NEW_DIGITS, requestedAt));
    }

    private static Duration lifetime(Method method) {
        return Duration.ofMinutes(method.channel() == Channel.EMAIL ? 10 : 5);
    }

    private static Decision<Verification, VerificationOutcome> wrongGuess() {
        var guessed = new Open(PHONE, OPEN.code(), OPEN.superseded(), 2, 5);
        var next = with(guessed).with(new UserGuesses(List.of(NOW), 10, null));
        return Decision.of(next, new CodeRejected(CODE, PHONE.id(), new WrongCode(3, null)));
    }

    private static Decision<Verification, VerificationOutcome> notYet(@Nullable Verification state) {
        return Decision.retriable(state, new CodeRejected(null, PHONE.id(), new UnknownMethod(true)));
    }

    private static Decision<Verification, VerificationOutcome> unknownCode(@Nullable Verification state) {

        return Decision.of(state, new CodeRejected(CODE, null, new UnknownCode()));
    }

    private static Decision<Verification, VerificationOutcome> refused(
            Challenge challenge, CodeId code, Rejection why) {
        return Decision.of(with(challenge), new CodeRejected(code, PHONE.id(), why));
    }

    private static Decision<Verification, VerificationOutcome> refusedResend(Challenge challenge, Rejection why) {
        return Decision.of(with(challenge), new CodeRejected(null, PHONE.id(), why));
    }

    private static Context context(VerificationCommand command, @Nullable Verification state) {
        var reserved = decider().reservations(state, command, NOW).stream()
                .collect(Collectors.toMap(counter -> counter, counter -> 1L));
        return new Context(NOW, random("this record"), Map.copyOf(reserved), 0);
    }
}
