package io.latchkey.verification.code;

import static io.latchkey.verification.code.Fixtures.EMAIL;
import static io.latchkey.verification.code.Fixtures.NOON;
import static io.latchkey.verification.code.Fixtures.PHONE;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.verification.code.Challenge.Waiting;
import io.latchkey.verification.code.Rejection.Expired;
import io.latchkey.verification.code.VerificationOutcome.CodeRejected;
import io.latchkey.verification.code.VerificationOutcome.CodeVerified;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Codes live five minutes by phone and ten by email, from the command that began the chain. */
class ExpiryTest {

    private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);
    private static final Duration MOMENT = Duration.ofMillis(1);

    private final Person person = new Person();

    @Test
    @Tag("SPEC-1.4.codeLifetime.default")
    void lifetimesDependOnTheChannel() {
        assertThat(person.registers(PHONE).issued().expiresAt()).isEqualTo(NOON.plus(FIVE_MINUTES));
        assertThat(person.registers(EMAIL).issued().expiresAt()).isEqualTo(NOON.plus(Duration.ofMinutes(10)));
    }

    @Test
    void aCodeProvesInItsLastMoment() {
        var sent = person.registers(PHONE);
        person.waits(FIVE_MINUTES.minus(MOMENT));

        assertThat(person.submits(sent))
                .containsExactly(new CodeVerified(sent.issued().codeId(), PHONE.id()));
    }

    @Test
    void aCodeIsWorthNothingFromItsExpiryOn() {
        var sent = person.registers(PHONE);
        person.waits(FIVE_MINUTES);

        assertThat(person.submits(sent))
                .containsExactly(new CodeRejected(sent.issued().codeId(), PHONE.id(), new Expired()));
    }

    @Test
    void anExpiredCodeCostsNoGuess() {
        var sent = person.registers(PHONE);
        var before = person.waits(FIVE_MINUTES).state();
        person.guessesWrong(sent);

        assertThat(person.state()).isEqualTo(before);
    }

    @Test
    void theTimeInABacklogCounts() {
        var requestedAt = NOON.minus(FIVE_MINUTES).plus(MOMENT);

        assertThat(person.does(Fixtures.registered(PHONE, requestedAt)).outcomes())
                .hasSize(2)
                .first()
                .extracting("expiresAt")
                .isEqualTo(NOON.plus(MOMENT));
    }

    @Test
    void aCodeThatWouldBeBornExpiredIsNeitherMadeNorSent() {
        var decision = person.does(Fixtures.registered(PHONE, NOON.minus(FIVE_MINUTES)));

        assertThat(decision.outcomes()).containsExactly(new CodeRejected(null, PHONE.id(), new Expired()));
        assertThat(person.state().challenges()).containsExactly(new Waiting(PHONE));
        assertThat(person.state().sends()).isEqualTo(Sends.NONE);
    }

    @Test
    void afterABacklogThePersonCanAskForACodeAtOnce() {
        person.does(Fixtures.registered(PHONE, NOON.minus(FIVE_MINUTES)));

        var issued = person.resends(PHONE).issued();
        assertThat(issued.expiresAt()).isEqualTo(NOON.plus(FIVE_MINUTES));
        assertThat(issued.number()).isEqualTo(1);
        assertThat(issued.superseded()).isNull();
    }
}
