package io.latchkey.registration.method;

import static io.latchkey.registration.method.MethodOutcome.CommandRejected.because;
import static io.latchkey.registration.method.MethodOutcome.CommandRejected.invalid;
import static io.latchkey.registration.method.RejectionReason.UNKNOWN_METHOD;
import static io.latchkey.registration.method.Samples.MARCH;
import static io.latchkey.registration.method.Samples.OLD_EMAIL;
import static io.latchkey.registration.method.Samples.OLD_PHONE;
import static io.latchkey.registration.method.Samples.WAITING_PHONE;
import static io.latchkey.registration.method.Samples.confirm;
import static io.latchkey.registration.method.Samples.decide;
import static io.latchkey.registration.method.Samples.email;
import static io.latchkey.registration.method.Samples.id;
import static io.latchkey.registration.method.Samples.proven;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.messaging.decision.Decision;
import io.latchkey.registration.method.MethodCommand.ConfirmMethod;
import io.latchkey.registration.method.MethodOutcome.CommandRejected;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ConfirmMethodTest {

    private static final Registration STATE = Samples.waitingFor(proven(OLD_PHONE, OLD_EMAIL), WAITING_PHONE);

    static Stream<Arguments> refusals() {
        return Stream.of(
                Arguments.of("none", confirm(), invalid("methodIds", "a list of 1 to 10 methods")),
                Arguments.of("eleven", confirm(many(11)), invalid("methodIds", "a list of 1 to 10 methods")),
                Arguments.of("ten unknown", confirm(many(10)), because(UNKNOWN_METHOD, "methodIds[0]")),
                Arguments.of("one twice", confirm(OLD_PHONE, OLD_PHONE), invalid("methodIds[1]", "listed once")),
                Arguments.of("one unknown", confirm(OLD_PHONE, many(1)[0]), because(UNKNOWN_METHOD, "methodIds[1]")),
                Arguments.of(
                        "one unproven", confirm(OLD_PHONE, WAITING_PHONE), because(UNKNOWN_METHOD, "methodIds[1]")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refusals")
    void refusesAndConfirmsNothing(String name, ConfirmMethod command, CommandRejected expected) {
        assertThat(decide(STATE, command, MARCH)).isEqualTo(Decision.of(STATE, expected));
    }

    private static Method[] many(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> email(id(100 + i), i + "@example.org", MARCH))
                .toArray(Method[]::new);
    }
}
