package io.latchkey.embedded.demo;

import io.latchkey.embedded.demo.Proofs.OnItsWay;
import io.latchkey.schemas.CodeRejected;
import io.latchkey.schemas.CodeRejectionReason;
import io.latchkey.schemas.MethodConfirmed;
import io.latchkey.schemas.MethodKind;
import io.latchkey.schemas.MethodProven;
import java.util.List;
import java.util.UUID;

/** Third chapter: A confirms what was put down, adds a phone, and proves each by its code. */
record Enrolling(Stage stage, Household household, Person a, Proofs proofs) {

    /** @return the ids under which the methods are proven, the email first */
    List<UUID> aConfirmsWhatWasPutDown(List<UUID> putDown) {
        stage.step("A finds both right: a code goes to each, by email and by voice");
        var confirmation = stage.says(a.confirms(putDown));
        var confirmed = stage.reply(MethodConfirmed.class, confirmation);
        stage.expect("the methods to prove", 2, confirmed.getToProveMethodIds().size());
        var codes = proofs.goOut(2, confirmation);
        var email = proven(codes.to(MethodKind.EMAIL), household.email());
        return List.of(email.getMethodId(), theOfficePhoneRings(codes.to(MethodKind.OFFICE_PHONE)));
    }

    private MethodProven proven(OnItsWay code, String destination) {
        stage.step("A submits the code of the " + code.method().getKind());
        return proofs.comeBack(code, destination);
    }

    private UUID theOfficePhoneRings(OnItsWay code) {
        stage.step("A submits the code that the office phone was told");
        var heard = proofs.read(code, household.officePhoneAbroad());
        var call = stage.inbox().awaitsMessageWithCode(household.officePhoneAbroad(), 1);
        stage.expect("how the code came", "CALL", call.kind());
        stage.expect("the extension dialled", Household.EXTENSION, call.extension());
        var proven = proofs.submitted(code, heard);
        stage.isTold("A's email", household.email(), "was added to your account");
        return proven.getMethodId();
    }

    UUID aRegistersAPhone() {
        stage.step("A registers a phone, typed as at home, and mistypes the code");
        var code =
                proofs.goOut(1, stage.says(a.registersPhone(household.phone()))).to(MethodKind.MOBILE_PHONE);
        var digits = proofs.read(code, household.phoneAbroad());
        var wrong = digits.replaceFirst(".$", digits.endsWith("0") ? "1" : "0");
        stage.codes().add(wrong);
        var rejected =
                stage.reply(CodeRejected.class, stage.says(a.submits(code.code().getCodeId(), wrong)));
        stage.expect("the reason", CodeRejectionReason.WRONG_CODE, rejected.getReason());
        stage.step("A submits the right code of the phone, and the other methods are told");
        var proven = proofs.submitted(code, digits);
        stage.isTold("A's email", household.email(), "The phone number •••• •••• 13 was added");
        stage.isTold("A's office phone", household.officePhoneAbroad(), "was added to your account");
        return proven.getMethodId();
    }
}
