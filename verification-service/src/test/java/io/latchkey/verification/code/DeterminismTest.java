package io.latchkey.verification.code;

import static io.latchkey.verification.code.Fixtures.NOON;
import static io.latchkey.verification.code.Fixtures.PHONE;
import static io.latchkey.verification.code.Fixtures.decider;
import static io.latchkey.verification.code.Fixtures.random;
import static io.latchkey.verification.code.Fixtures.registered;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.messaging.decision.Context;
import io.latchkey.messaging.decision.Decision;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A lost race or a restored database decides a record again. */
class DeterminismTest {

    @Test
    void theSameRecordIsDecidedTheSame() {
        assertThat(decided("topic-0@7")).isEqualTo(decided("topic-0@7"));
    }

    @Test
    void anotherRecordGetsAnotherCode() {
        assertThat(decided("topic-0@7").outcomes())
                .isNotEqualTo(decided("topic-0@8").outcomes());
    }

    private static Decision<Verification, VerificationOutcome> decided(String record) {
        var reserved = Map.of(Person.counter(PHONE), 1L);
        return decider().decide(null, registered(PHONE, NOON), new Context(NOON, random(record), reserved, 0));
    }
}
