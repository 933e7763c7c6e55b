package io.latchkey.bench.floor;

import io.latchkey.schemas.EligibilityPage;
import io.latchkey.schemas.EligibilityReason;
import io.latchkey.schemas.MethodKind;
import io.latchkey.schemas.RegistrationState;
import io.latchkey.schemas.Requirement;
import io.latchkey.schemas.RequirementKind;
import java.util.List;

/** Where an account stands before an enrolment and after it, as the default policy has it. */
@SuppressWarnings("ImmutableEnumChecker") // An unmodifiable list.
enum Standing {
    NOTHING_REGISTERED(RegistrationState.NOT_STARTED, missing(RequirementKind.METHOD)),
    PHONE_PROVEN(RegistrationState.IN_PROGRESS, missing(RequirementKind.COMPLETION));

    private final RegistrationState state;
    private final List<Requirement> missing;

    Standing(RegistrationState state, List<Requirement> missing) {
        this.state = state;
        this.missing = missing;
    }

    private static List<Requirement> missing(RequirementKind kind) {
        var kinds = kind == RequirementKind.METHOD
                ? List.of(MethodKind.MOBILE_PHONE, MethodKind.EMAIL)
                : List.<MethodKind>of();
        return List.of(new Requirement(kind, 1, kinds));
    }

    RegistrationState state() {
        return state;
    }

    List<Requirement> missing() {
        return missing;
    }

    EligibilityReason reason() {
        return EligibilityReason.NOT_REGISTERED;
    }

    EligibilityPage page() {
        return EligibilityPage.CONTACT_ADMINISTRATOR;
    }
}
