package io.latchkey.registration.method;

import static io.latchkey.registration.method.Samples.EMAIL;
import static io.latchkey.registration.method.Samples.MARCH;
import static io.latchkey.registration.method.Samples.OLD_EMAIL;
import static io.latchkey.registration.method.Samples.OLD_PHONE;
import static io.latchkey.registration.method.Samples.PHONE;
import static io.latchkey.registration.method.Samples.WAITING_PHONE;
import static io.latchkey.registration.method.Samples.account;
import static io.latchkey.registration.method.Samples.decide;
import static io.latchkey.registration.method.Samples.email;
import static io.latchkey.registration.method.Samples.fold;
import static io.latchkey.registration.method.Samples.id;
import static io.latchkey.registration.method.Samples.newId;
import static io.latchkey.registration.method.Samples.phone;
import static io.latchkey.registration.method.Samples.proven;
import static io.latchkey.registration.method.Samples.recipient;
import static io.latchkey.registration.method.Samples.registerPhone;
import static io.latchkey.registration.method.Samples.verified;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.registration.method.MethodOutcome.MethodProven;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ProofTest {

    @Test
    void tellsNobodyOfTheFirstMethod() {
        assertThat(told(account(OLD_PHONE), OLD_PHONE)).isEmpty();
    }

    @Test
    @Tag("SPEC-2.3d")
    void tellsTheOthersOfAnAddedMethod() {
        assertThat(told(Samples.waitingFor(proven(OLD_EMAIL), WAITING_PHONE), WAITING_PHONE))
                .containsExactly(recipient(OLD_EMAIL));
    }

    @Test
    @Tag("SPEC-2.3c")
    @Tag("SPEC-2.3e")
    void tellsTheOthersAndTheReplacedOfAChangedMethod() {
        assertThat(told(Samples.waitingFor(proven(OLD_PHONE, OLD_EMAIL), WAITING_PHONE), WAITING_PHONE))
                .containsExactly(recipient(OLD_PHONE), recipient(OLD_EMAIL));
    }

    @Test
    void tellsNobodyWhereTheSameDestinationIsProvenAfresh() {
        var afresh = phone(id(9), PHONE, MARCH);
        assertThat(told(Samples.waitingFor(proven(OLD_PHONE, OLD_EMAIL), afresh), afresh))
                .isEmpty();
        var otherCase = email(id(9), EMAIL.toUpperCase(Locale.ROOT), MARCH);
        assertThat(told(Samples.waitingFor(proven(OLD_PHONE, OLD_EMAIL), otherCase), otherCase))
                .isEmpty();
    }

    @Test
    @Tag("SPEC-2.3b")
    void theReplacedMethodStaysInForceUntilTheNewOneIsProven() {
        var registered = decide(proven(OLD_PHONE), registerPhone(Samples.OTHER_PHONE), MARCH)
                .next();
        assertThat(registered).isNotNull();
        assertThat(registered.methods().isProven(OLD_PHONE.id())).isTrue();

        var proof = decide(registered, verified(phone(newId(MARCH), Samples.OTHER_PHONE, MARCH)), MARCH)
                .next();
        assertThat(proof).isNotNull();
        assertThat(proof.proven()).extracting(Method::id).containsExactly(newId(MARCH));
        assertThat(proof.methods().unproven()).isEmpty();
    }

    @Test
    void provesAMethodOnce() {
        assertThat(fold(account(OLD_PHONE), MARCH, verified(OLD_PHONE), verified(OLD_PHONE)))
                .hasSize(1);
    }

    @Test
    void aCodeOfAReplacedMethodProvesNothing() {
        assertThat(fold(account(OLD_PHONE), MARCH, registerPhone(Samples.OTHER_PHONE), verified(OLD_PHONE)))
                .hasSize(1);
    }

    private static List<Recipient> told(Registration state, Method method) {
        return decide(state, verified(method), MARCH).outcomes().getFirst() instanceof MethodProven proof
                ? proof.told()
                : List.of();
    }
}
