package io.latchkey.verification.code;

import static io.latchkey.verification.code.Fixtures.EMAIL;
import static io.latchkey.verification.code.Fixtures.OTHER_PHONE;
import static io.latchkey.verification.code.Fixtures.PHONE;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.verification.code.Challenge.Proven;
import io.latchkey.verification.code.Challenge.Replaced;
import io.latchkey.verification.code.Rejection.AlreadyProven;
import io.latchkey.verification.code.Rejection.RateLimited;
import io.latchkey.verification.code.Rejection.Superseded;
import io.latchkey.verification.code.Rejection.UnknownCode;
import io.latchkey.verification.code.Rejection.UnknownMethod;
import io.latchkey.verification.code.VerificationOutcome.CodeRejected;
import io.latchkey.verification.code.VerificationOutcome.CodeVerified;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Registering a kind again replaces what was not proven; what was stays until the new one is. */
class ReplacedMethodTest {

    private static final Duration METHOD_WINDOW = Duration.ofMinutes(10);

    private final Person person = new Person();

    @Test
    void theCodesOfAReplacedMethodAreSuperseded() {
        var first = person.registers(PHONE);
        person.registers(OTHER_PHONE);

        assertThat(person.submits(first))
                .containsExactly(new CodeRejected(first.issued().codeId(), PHONE.id(), new Superseded()));
    }

    @Test
    void itsCodeIsNamedSoThatItIsNotSentAnyMore() {
        var first = person.registers(PHONE);

        assertThat(person.registers(OTHER_PHONE).issued().superseded())
                .isEqualTo(first.issued().codeId());
    }

    @Test
    void itsCodeIsNamedEvenWhereTheNewMethodGetsNone() {
        var first = person.registers(PHONE);
        person.othersSendTo(OTHER_PHONE, 10);

        var why = new RateLimited(person.now().plus(Duration.ofHours(1)), false);
        assertThat(person.does(Fixtures.registered(OTHER_PHONE, person.now())).outcomes())
                .containsExactly(new CodeRejected(
                        null, OTHER_PHONE.id(), why, first.issued().codeId()));
    }

    @Test
    void theCodeOfAMethodThatStaysIsNotNamedByARefusal() {
        person.registers(PHONE);

        assertThat(person.does(Fixtures.resend(PHONE)).outcomes())
                .singleElement()
                .extracting("superseded")
                .isNull();
    }

    @Test
    void aReplacedMethodGetsNoCode() {
        person.registers(PHONE);
        person.registers(OTHER_PHONE);

        var decision = person.does(Fixtures.resend(PHONE));
        assertThat(decision.outcomes()).containsExactly(new CodeRejected(null, PHONE.id(), new UnknownMethod(false)));
        assertThat(decision.remembered()).isTrue();
    }

    @Test
    void methodsOfAnotherKindAreLeftAlone() {
        var phone = person.registers(PHONE);
        person.registers(EMAIL);

        assertThat(person.submits(phone))
                .containsExactly(new CodeVerified(phone.issued().codeId(), PHONE.id()));
    }

    @Test
    void aProvenMethodStaysProvenWhileAnotherOfItsKindIsNot() {
        var phone = person.registers(PHONE);
        person.submits(phone);
        person.registers(OTHER_PHONE);

        assertThat(person.submits(phone))
                .containsExactly(new CodeRejected(phone.issued().codeId(), PHONE.id(), new AlreadyProven()));
    }

    @Test
    void aProofReplacesTheProvenMethodOfItsKind() {
        var phone = person.registers(PHONE);
        person.submits(phone);
        var other = person.registers(OTHER_PHONE);
        person.submits(other);

        assertThat(person.state().challenges())
                .containsExactly(
                        new Replaced(
                                PHONE.id(), PHONE.kind(), List.of(phone.issued().codeId())),
                        new Proven(
                                OTHER_PHONE.id(),
                                OTHER_PHONE.kind(),
                                List.of(other.issued().codeId())));
    }

    @Test
    void aVerifiedCodeProvesOnce() {
        var sent = person.registers(PHONE);
        person.submits(sent);
        var before = person.state();

        assertThat(person.submits(sent))
                .containsExactly(new CodeRejected(sent.issued().codeId(), PHONE.id(), new AlreadyProven()));
        assertThat(person.state()).isEqualTo(before);
    }

    @Test
    void whatIsKeptOfAnAccountDoesNotGrow() {
        var first = person.registers(method(0));
        for (int i = 1; i <= Verification.REMEMBERED_REPLACED; i++) {
            person.waits(METHOD_WINDOW).registers(method(i));
        }
        assertThat(person.submits(first)).hasSize(1).first().extracting("why").isEqualTo(new Superseded());

        person.waits(METHOD_WINDOW).registers(method(100));
        assertThat(person.submits(first)).hasSize(1).first().extracting("why").isEqualTo(new UnknownCode());
        assertThat(person.state().challenges()).hasSize(Verification.REMEMBERED_REPLACED + 1);
    }

    private static Method method(int number) {
        return Fixtures.method(1000 + number, MethodKind.MOBILE_PHONE, Channel.SMS);
    }
}
