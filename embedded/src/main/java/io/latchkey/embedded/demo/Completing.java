package io.latchkey.embedded.demo;

import static io.latchkey.schemas.EligibilityPage.NONE;

import io.latchkey.schemas.CommandRejected;
import io.latchkey.schemas.CommandRejectionReason;
import io.latchkey.schemas.EligibilityReason;
import io.latchkey.schemas.MethodKind;
import io.latchkey.schemas.RegistrationCompleted;
import io.latchkey.schemas.RegistrationState;
import io.latchkey.schemas.Requirement;
import io.latchkey.schemas.RequirementKind;
import java.util.List;
import java.util.Set;

/** How A finishes the registration, too early and in time. */
record Completing(Stage stage, Person a, Board board) {

    void tooEarly() {
        stage.step("A wants to finish, and is told what is missing");
        var rejected = stage.reply(CommandRejected.class, stage.says(a.completes()));
        stage.expect("the reason", CommandRejectionReason.REGISTRATION_INCOMPLETE, rejected.getReason());
        var missing = rejected.getMissing().getFirst();
        stage.expect("what is missing", RequirementKind.METHOD, missing.getKind());
        stage.expect("how many", 1, missing.getCount());
        stage.expect("of which", Set.of(MethodKind.MOBILE_PHONE, MethodKind.SECURITY_QUESTIONS), kinds(missing));
        stage.transcript().remark("missing: 1 more, a phone or security questions");
    }

    private static Set<MethodKind> kinds(Requirement missing) {
        return Set.copyOf(missing.getKinds());
    }

    RegistrationCompleted inTime(long policyVersion) {
        stage.step("A finishes the registration, and can reset from now on");
        var completed = stage.reply(RegistrationCompleted.class, stage.says(a.completes()));
        stage.expect("the policy version that is met", policyVersion, completed.getPolicyVersion());
        stage.expect("what is recommended", List.of(), completed.getRecommended());
        var standing = board.shows(a.account(), completed.getMetadata(), NONE, EligibilityReason.ELIGIBLE);
        stage.expect("the state", RegistrationState.COMPLETED, standing.state());
        return completed;
    }
}
