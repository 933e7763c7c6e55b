package io.latchkey.registration.method;

import static io.latchkey.registration.method.MethodState.PREPOPULATED;
import static io.latchkey.registration.method.MethodState.PROVEN;
import static io.latchkey.registration.method.Samples.EMAIL;
import static io.latchkey.registration.method.Samples.NEW_YEAR;
import static io.latchkey.registration.method.Samples.OLD_EMAIL;
import static io.latchkey.registration.method.Samples.OLD_PHONE;
import static io.latchkey.registration.method.Samples.SIGN_IN;
import static io.latchkey.registration.method.Samples.email;
import static io.latchkey.registration.method.Samples.id;
import static io.latchkey.registration.method.Samples.proven;
import static io.latchkey.registration.method.Samples.putDown;
import static io.latchkey.registration.method.Samples.rules;
import static io.latchkey.registration.method.Samples.under;
import static io.latchkey.registration.method.Samples.waitingFor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.latchkey.registration.policy.MethodKind;
import io.latchkey.registration.policy.MethodRules;
import io.latchkey.registration.policy.Policy;
import java.util.List;
import java.util.Set;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

/** What is shown to count is what was counted. */
class ListingTest {

    private static final Policy TRUSTING =
            rules(new MethodRules(Set.of(MethodKind.MOBILE_PHONE, MethodKind.EMAIL), 1, 1, true, null));
    private static final Method SIGN_IN_ADDRESS = email(id(7), SIGN_IN, NEW_YEAR);
    private static final Method PUT_DOWN = putDown(email(id(8), EMAIL, NEW_YEAR));

    @Test
    void whatWasPutDownCountsWhereTheProvenOneOfItsKindHasBecomeOfNoUse() {
        var state = under(TRUSTING, waitingFor(proven(OLD_PHONE, SIGN_IN_ADDRESS), PUT_DOWN));
        assertThat(listed(state))
                .containsExactlyInAnyOrder(
                        tuple(OLD_PHONE.id(), PROVEN, true),
                        tuple(SIGN_IN_ADDRESS.id(), PROVEN, false),
                        tuple(PUT_DOWN.id(), PREPOPULATED, true));
    }

    @Test
    void whatWasPutDownDoesNotCountBesideAProvenOneOfItsKind() {
        var state = under(TRUSTING, waitingFor(proven(OLD_PHONE, OLD_EMAIL), PUT_DOWN));
        assertThat(listed(state))
                .containsExactlyInAnyOrder(
                        tuple(OLD_PHONE.id(), PROVEN, true),
                        tuple(OLD_EMAIL.id(), PROVEN, true),
                        tuple(PUT_DOWN.id(), PREPOPULATED, false));
    }

    private static List<Tuple> listed(Registration state) {
        return new Listing(state)
                .methods().stream()
                        .map(method -> tuple(method.id(), method.state(), method.counts()))
                        .toList();
    }
}
