package io.latchkey.verification.code;

import static io.latchkey.verification.code.Fixtures.POLICY;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.verification.code.Challenge.Proven;
import io.latchkey.verification.code.Challenge.Replaced;
import io.latchkey.verification.code.Rejection.WrongCode;
import io.latchkey.verification.code.VerificationOutcome.CodeRejected;
import io.latchkey.verification.code.VerificationOutcome.CodeVerified;
import io.latchkey.verification.code.VerificationOutcome.SendCode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;

/** What holds whatever a person does, in whatever order. */
class CodesPropertyTest {

    private static final Method[] METHODS = {
        Fixtures.PHONE, Fixtures.OTHER_PHONE, Fixtures.EMAIL, Fixtures.method(4, MethodKind.EMAIL, Channel.EMAIL)
    };

    enum Wish {
        REGISTER,
        RESEND,
        SUBMIT_THE_LATEST,
        SUBMIT_THE_FIRST,
        GUESS,
        WAIT_A_MINUTE,
        WAIT_A_DAY
    }

    record Move(Wish wish, Method method) {}

    @Property
    @Tag("SPEC-1.4.codeLength.range")
    void codesHaveTheLengthThatIsSet(@ForAll @IntRange(min = 6, max = 10) int length) {
        var rules = new CodeRules(length, Duration.ofMinutes(5), Duration.ofMinutes(10));
        var person = new Person(new VerificationPolicy(rules, POLICY.guesses(), POLICY.sends()));

        assertThat(person.registers(Fixtures.PHONE).code().digits())
                .hasSize(length)
                .containsOnlyDigits();
    }

    @Property
    @Tag("SPEC-1.4.wrongCodes.method")
    @Tag("SPEC-1.4.wrongCodes.user")
    void noMoreThanFiveGuessesAreEvaluatedPerMethodAndTenPerUserInADay(@ForAll("moves") List<Move> moves) {
        var played = new Play().through(moves);

        for (var method : METHODS) {
            assertThat(played.wrongGuesses(method.id())).isLessThanOrEqualTo(5);
        }
        assertThat(played.mostWrongGuessesBetweenDays).isLessThanOrEqualTo(10);
    }

    @Property
    void aMethodIsProvenAtMostOnce(@ForAll("moves") List<Move> moves) {
        var outcomes = new Play().through(moves).outcomes;

        assertThat(outcomes.stream().filter(CodeVerified.class::isInstance)).doesNotHaveDuplicates();
    }

    @Property
    void atMostOneMethodOfAKindIsProvenAndOneWaits(@ForAll("moves") List<Move> moves) {
        var challenges = new Play().through(moves).challenges();

        for (var kind : MethodKind.values()) {
            var ofKind = challenges.stream()
                    .filter(challenge -> challenge.kind() == kind && !(challenge instanceof Replaced))
                    .toList();
            assertThat(ofKind.stream().filter(Proven.class::isInstance)).hasSizeLessThanOrEqualTo(1);
            assertThat(ofKind.stream().filter(challenge -> !(challenge instanceof Proven)))
                    .hasSizeLessThanOrEqualTo(1);
        }
    }

    @Provide
    Arbitrary<List<Move>> moves() {
        return Combinators.combine(Arbitraries.of(Wish.class), Arbitraries.of(METHODS))
                .as(Move::new)
                .list()
                .ofMaxSize(80);
    }

    /** What became of a list of moves. */
    private static final class Play {

        private final Person person = new Person();
        private final List<VerificationOutcome> outcomes = new ArrayList<>();
        private final List<SendCode> sent = new ArrayList<>();
        private long wrongGuessesToday;
        private long mostWrongGuessesBetweenDays;

        Play through(List<Move> moves) {
            person.isProvisioned(1);
            moves.forEach(this::make);
            return this;
        }

        List<Challenge> challenges() {
            return person.state().challenges();
        }

        long wrongGuesses(MethodId method) {
            return outcomes.stream()
                    .filter(Play::wrongGuess)
                    .filter(outcome -> method.equals(((CodeRejected) outcome).methodId()))
                    .count();
        }

        private void make(Move move) {
            switch (move.wish()) {
                case REGISTER ->
                    told(person.does(Fixtures.registered(move.method(), person.now()))
                            .outcomes());
                case RESEND -> told(person.does(Fixtures.resend(move.method())).outcomes());
                case SUBMIT_THE_LATEST ->
                    sent.stream().skip(Math.max(0, sent.size() - 1)).forEach(this::submit);
                case SUBMIT_THE_FIRST -> sent.stream().limit(1).forEach(this::submit);
                case GUESS ->
                    sent.stream().skip(Math.max(0, sent.size() - 2)).forEach(code -> told(person.guessesWrong(code)));
                case WAIT_A_MINUTE -> person.waits(Duration.ofMinutes(1));
                case WAIT_A_DAY -> waitADay();
            }
        }

        private void submit(SendCode code) {
            told(person.submits(code));
        }

        private void waitADay() {
            person.waits(Duration.ofDays(1));
            wrongGuessesToday = 0;
        }

        private void told(List<VerificationOutcome> told) {
            outcomes.addAll(told);
            told.stream()
                    .filter(SendCode.class::isInstance)
                    .map(SendCode.class::cast)
                    .forEach(sent::add);
            wrongGuessesToday += told.stream().filter(Play::wrongGuess).count();
            mostWrongGuessesBetweenDays = Math.max(mostWrongGuessesBetweenDays, wrongGuessesToday);
        }

        private static boolean wrongGuess(VerificationOutcome outcome) {
            return outcome instanceof CodeRejected rejected && rejected.why() instanceof WrongCode;
        }
    }
}
