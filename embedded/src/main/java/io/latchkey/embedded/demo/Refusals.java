package io.latchkey.embedded.demo;

import static io.latchkey.messaging.sealing.AssociatedData.DESTINATION;

import io.latchkey.embedded.demo.Registering.Challenge;
import io.latchkey.schemas.CodeRejected;
import io.latchkey.schemas.CodeRejectionReason;
import io.latchkey.schemas.CommandRejected;
import io.latchkey.schemas.CommandRejectionReason;
import io.latchkey.schemas.KeyOwner;
import io.latchkey.schemas.MethodKind;
import io.latchkey.schemas.RegisterMethod;

/** What people and portals get wrong, and the answers that they get. */
record Refusals(Stage stage, Person a, Person b, Cast cast) {

    void aMistypesTheCode(Challenge challenge) {
        stage.step("A mistypes the code of the phone");
        var wrong = wrong(challenge.code());
        stage.codes().add(wrong);
        refused(a.submits(challenge.codeId(), wrong), CodeRejectionReason.WRONG_CODE);
    }

    void aSubmitsTheFirstCode(Challenge first) {
        stage.step("A submits the first code, which the second has replaced");
        refused(a.submits(first.codeId(), first.code()), CodeRejectionReason.SUPERSEDED);
    }

    void aMistypesANumber() {
        stage.step("A types a phone number that cannot exist");
        refused(a.registersPhone(cast.impossiblePhone()), CommandRejectionReason.INVALID_PHONE_NUMBER);
    }

    void bGetsAFieldOfA() {
        stage.step("A portal sends for B what it sealed for A");
        var metadata = Portal.metadata(b.account());
        var misdirected = a.sealed(KeyOwner.REGISTRATION, DESTINATION, metadata, cast.otherPhone());
        refused(b.registers(MethodKind.MOBILE_PHONE, metadata, misdirected), CommandRejectionReason.UNREADABLE_FIELD);
    }

    /** The reply names the id that was used twice and answers no command. */
    void aCommandIdIsUsedForSomethingElse(Sent used) {
        stage.step("A portal uses the command id of A's phone for another number");
        var again = a.registers(
                MethodKind.MOBILE_PHONE, cast.otherPhone(), ((RegisterMethod) used.command()).getMetadata());
        stage.transcript().sent(again);
        var seen = stage.portal()
                .journal()
                .await(
                        "COMMAND_ID_REUSED",
                        it -> it.content() instanceof CommandRejected rejected
                                && used.id().equals(rejected.getConflictingCommandId()));
        var rejected = stage.shown(CommandRejected.class, seen, again);
        stage.expect("the reason", CommandRejectionReason.COMMAND_ID_REUSED, rejected.getReason());
    }

    private void refused(Sent command, CommandRejectionReason reason) {
        stage.expect(
                "the reason",
                reason,
                stage.reply(CommandRejected.class, stage.says(command)).getReason());
    }

    private void refused(Sent command, CodeRejectionReason reason) {
        stage.expect(
                "the reason",
                reason,
                stage.reply(CodeRejected.class, stage.says(command)).getReason());
    }

    private static String wrong(String code) {
        return code.replaceFirst(".$", code.endsWith("0") ? "1" : "0");
    }
}
