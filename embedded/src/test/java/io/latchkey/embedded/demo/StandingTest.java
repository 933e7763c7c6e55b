package io.latchkey.embedded.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.embedded.demo.Standing.Method;
import io.latchkey.schemas.EligibilityPage;
import io.latchkey.schemas.EligibilityReason;
import io.latchkey.schemas.MethodKind;
import io.latchkey.schemas.MethodState;
import io.latchkey.schemas.RegistrationState;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StandingTest {

    private static final String BODY = """
            {"state": "IN_PROGRESS", "page": "COULD_NOT_VERIFY", "reason": "TOO_FEW_METHODS", "capable": false,
             "policyVersion": 1, "methods": [
               {"kind": "EMAIL", "mask": "a•••••@•••••", "state": "PROVEN", "counts": true},
               {"kind": "SECURITY_QUESTIONS", "mask": null, "state": "PROVEN", "counts": false}]}
            """;

    @Test
    void itIsReadFromWhatTheHttpApiSays() {
        var methods = Set.of(
                new Method(MethodKind.EMAIL, "a•••••@•••••", MethodState.PROVEN, true),
                new Method(MethodKind.SECURITY_QUESTIONS, "", MethodState.PROVEN, false));
        var standing = new Standing(
                RegistrationState.IN_PROGRESS,
                EligibilityPage.COULD_NOT_VERIFY,
                EligibilityReason.TOO_FEW_METHODS,
                false,
                1,
                methods);
        assertThat(Standing.of(BODY)).isEqualTo(standing);
        assertThat(Standing.pageAndReason(BODY)).isEqualTo(standing.pageAndReason());
    }

    @Test
    void itsMethodsAreSortedByHowFarTheyHaveCome() {
        var standing = Standing.of(BODY);
        assertThat(standing.kinds(MethodState.PROVEN))
                .containsExactlyInAnyOrder(MethodKind.EMAIL, MethodKind.SECURITY_QUESTIONS);
        assertThat(standing.kinds(MethodState.UNPROVEN)).isEmpty();
    }
}
