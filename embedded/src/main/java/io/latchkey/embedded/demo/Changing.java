package io.latchkey.embedded.demo;

import static io.latchkey.schemas.EligibilityPage.COULD_NOT_VERIFY;
import static io.latchkey.schemas.EligibilityPage.NONE;

import io.latchkey.schemas.Actor;
import io.latchkey.schemas.EligibilityReason;
import io.latchkey.schemas.MethodConfirmed;
import io.latchkey.schemas.MethodKind;
import io.latchkey.schemas.MethodRemoved;
import io.latchkey.schemas.MethodState;
import io.latchkey.schemas.RegistrationState;
import io.latchkey.schemas.ReregistrationRequired;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Seventh chapter: methods are replaced, removed, and asked for anew. */
record Changing(Stage stage, Household household, Person a, Administrator administrator, Proofs proofs, Board board) {

    private static final String HINT = "If this was not you, tell your administrator at once.";

    UUID aReplacesThePhone(UUID old) {
        stage.step("A registers another phone; the old one stays in force");
        var code = proofs.goOut(1, stage.says(a.registersPhone(household.newPhone())))
                .to(MethodKind.MOBILE_PHONE);
        var before = board.shows(a.account(), code.method().getMetadata(), NONE, EligibilityReason.ELIGIBLE);
        stage.expect("the unproven methods", Set.of(MethodKind.MOBILE_PHONE), before.kinds(MethodState.UNPROVEN));
        stage.expect(
                "whether the old phone is in force",
                true,
                before.kinds(MethodState.PROVEN).contains(MethodKind.MOBILE_PHONE));
        stage.step("A proves it; the old phone and the others are told");
        var proven = proofs.comeBack(code, household.newPhoneAbroad());
        stage.expect("the phone that it has replaced", old, proven.getReplacedMethodId());
        stage.isTold("the old phone", household.phoneAbroad(), "this number no longer resets your password");
        stage.isTold("A's email", household.email(), "It is now •••• •••• 36; the one before no longer works");
        stage.isTold("A's office phone", household.officePhoneAbroad(), "the one before no longer works");
        return proven.getMethodId();
    }

    void aRemovesTheOfficePhone(UUID office) {
        stage.step("A removes the office phone; three methods are left, which is enough");
        var removed = stage.reply(MethodRemoved.class, stage.says(a.removes(office)));
        stage.expect("who removed it", Actor.PERSON, removed.getRemovedBy());
        stage.isTold("the office phone", household.officePhoneAbroad(), "This phone number was removed");
        stage.isTold("A's email", household.email(), "A phone number of your account was removed");
        stage.isTold("A's phone", household.newPhoneAbroad(), HINT);
        board.shows(a.account(), removed.getMetadata(), NONE, EligibilityReason.ELIGIBLE);
    }

    void anAdministratorRemovesTheQuestions(UUID questions) {
        stage.step("An administrator removes the questions; two methods are too few");
        var removed = stage.reply(MethodRemoved.class, stage.says(administrator.removes(a.account(), questions)));
        stage.expect("who removed them", Actor.ADMINISTRATOR, removed.getRemovedBy());
        stage.isTold("A's email", household.email(), "The security questions of your account were removed");
        board.shows(a.account(), removed.getMetadata(), COULD_NOT_VERIFY, EligibilityReason.TOO_FEW_METHODS);
    }

    void everythingIsAskedForAnew() {
        stage.step("An administrator requires everything to be registered again");
        var required = stage.reply(
                ReregistrationRequired.class, stage.says(administrator.requiresReregistration(a.account())));
        stage.isTold("A's email", household.email(), "do not count for a password reset until you have proven them");
        var standing =
                board.shows(a.account(), required.getMetadata(), COULD_NOT_VERIFY, EligibilityReason.NOT_REGISTERED);
        stage.expect("the state", RegistrationState.REREGISTRATION_REQUIRED, standing.state());
        stage.expect(
                "the methods to prove again",
                Set.of(MethodKind.EMAIL, MethodKind.MOBILE_PHONE),
                standing.kinds(MethodState.TO_BE_PROVEN_AGAIN));
    }

    void aProvesBothAgain(List<UUID> methodIds) {
        stage.step("A confirms both, which takes a code for each now");
        var confirmation = stage.says(a.confirms(methodIds));
        var confirmed = stage.reply(MethodConfirmed.class, confirmation);
        stage.expect("the methods confirmed by a word", List.of(), confirmed.getMethodIds());
        var codes = proofs.goOut(methodIds.size(), confirmation);
        proofs.comeBack(codes.to(MethodKind.EMAIL), household.email());
        proofs.comeBack(codes.to(MethodKind.MOBILE_PHONE), household.newPhoneAbroad());
    }
}
