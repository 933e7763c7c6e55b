package io.latchkey.registration.method;

import static io.latchkey.registration.method.Samples.EMAIL;
import static io.latchkey.registration.method.Samples.MARCH;
import static io.latchkey.registration.method.Samples.OLD_EMAIL;
import static io.latchkey.registration.method.Samples.OLD_PHONE;
import static io.latchkey.registration.method.Samples.PHONE;
import static io.latchkey.registration.method.Samples.SIGN_IN;
import static io.latchkey.registration.method.Samples.WAITING_PHONE;
import static io.latchkey.registration.method.Samples.account;
import static io.latchkey.registration.method.Samples.decide;
import static io.latchkey.registration.method.Samples.proven;
import static io.latchkey.registration.method.Samples.provision;
import static io.latchkey.registration.method.Samples.registerEmail;
import static io.latchkey.registration.method.Samples.registerPhone;
import static io.latchkey.registration.method.Samples.tick;
import static io.latchkey.registration.method.Samples.verified;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever ends in a log, a test report or an error prints no destination, address or name. */
class NothingPersonalIsPrintedTest {

    static Stream<Object> everything() {
        var replacing = proven(OLD_PHONE, OLD_EMAIL);
        return Stream.of(
                provision(),
                registerPhone(PHONE),
                registerEmail(EMAIL),
                replacing,
                decide(null, provision(), MARCH),
                decide(account(), registerPhone(PHONE), MARCH),
                decide(account(), registerEmail("nobody"), MARCH),
                decide(replacing.with(replacing.methods().with(WAITING_PHONE)), verified(WAITING_PHONE), MARCH),
                decide(replacing, tick(Samples.DUE), MARCH),
                Samples.prepopulatePhone(PHONE),
                decide(replacing, Samples.prepopulatePhone(Samples.OTHER_PHONE), MARCH),
                decide(replacing, Samples.remove(OLD_PHONE), MARCH),
                decide(replacing, Samples.requireAnew(), MARCH),
                decide(replacing, Samples.erase(), MARCH),
                helped(replacing),
                Samples.answer(3),
                answered(replacing));
    }

    private static Object helped(Registration state) {
        var policy = PolicySamples.offeringAll().helping().policy();
        return Samples.decider(policy).decide(state, Samples.contact(), Samples.at(MARCH));
    }

    private static Object answered(Registration state) {
        var policy = PolicySamples.offeringAll().policy();
        return Samples.decider(policy).decide(state, Samples.answer(3), Samples.at(MARCH));
    }

    @ParameterizedTest
    @MethodSource("everything")
    void printsDots(Object value) {
        assertThat(withoutHashes(value))
                .doesNotContain(PHONE, Samples.OTHER_PHONE, EMAIL, SIGN_IN, "Lovelace", "nobody", "lantern", "help@");
    }

    /** The test's hash function hides nothing; the real one does. */
    private static String withoutHashes(Object value) {
        return value.toString().replaceAll("DestinationHash\\[hex=[^]]*]", "");
    }
}
