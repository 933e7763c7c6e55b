package io.latchkey.embedded.demo;

import io.latchkey.schemas.AccountProvisioned;
import io.latchkey.schemas.CodeIssued;
import io.latchkey.schemas.CodeVerified;
import io.latchkey.schemas.MethodProven;
import io.latchkey.schemas.MethodRegistered;
import io.latchkey.schemas.NotificationAccepted;
import java.util.UUID;

/** First chapter: accounts, methods, codes, proofs. */
record Registering(Stage stage, Person a, Person b, Cast cast) {

    /** A method on its way: registered by a command, with a code on the way or in hand. */
    record Challenge(Sent registration, UUID methodId, UUID codeId, String code) {

        /** Never shows the code. */
        @Override
        public String toString() {
            return "Challenge[" + methodId + "]";
        }
    }

    void accountsAreProvisioned() {
        stage.step("An administrator provisions the accounts of A and B");
        stage.reply(AccountProvisioned.class, stage.says(a.isProvisioned(cast.signInAddressOfA(), cast.displayName())));
        stage.reply(AccountProvisioned.class, stage.says(b.isProvisioned(cast.signInAddressOfB(), cast.displayName())));
    }

    Challenge aRegistersAPhone() {
        stage.step("A registers a phone, typed as at home, and gets a code");
        return challenge(stage.says(a.registersPhone(cast.phone())), cast.phoneAbroad());
    }

    Challenge aRegistersAnEmail() {
        stage.step("A registers an email and gets a code");
        return challenge(stage.says(a.registersEmail(cast.email())), cast.email());
    }

    private Challenge challenge(Sent registration, String destination) {
        var registered = stage.reply(MethodRegistered.class, registration);
        var issued = stage.follows(CodeIssued.class, registration);
        stage.follows(NotificationAccepted.class, registration);
        var code = stage.reads(destination, registered.getMask(), 1);
        return new Challenge(registration, registered.getMethodId(), issued.getCodeId(), code);
    }

    /** A new code in the place of the one at hand. */
    Challenge aAsksForAnotherCode(Challenge first, String destination) {
        stage.step("A asks for another code for the phone");
        var resend = stage.says(a.asksForAnotherCode(first.methodId()));
        var issued = stage.reply(CodeIssued.class, resend);
        stage.expect("the code that the new one takes the place of", first.codeId(), issued.getSupersededCodeId());
        stage.follows(NotificationAccepted.class, resend);
        var code = stage.reads(destination, issued.getMask(), 2);
        return new Challenge(first.registration(), first.methodId(), issued.getCodeId(), code);
    }

    /** Its bytes and id are those of the first time: nobody answers again, as the count of replies at the end shows. */
    void theSameCommandComesAgain(Challenge challenge) {
        stage.step("The portal sends A's email a second time, as after a lost acknowledgement");
        stage.repeats(challenge.registration());
    }

    MethodProven aSubmits(Challenge challenge, String what) {
        stage.step("A submits the code of the " + what);
        var submission = stage.says(a.submits(challenge.codeId(), challenge.code()));
        stage.reply(CodeVerified.class, submission);
        var proven = stage.follows(MethodProven.class, submission);
        stage.expect("the method proven", challenge.methodId(), proven.getMethodId());
        return proven;
    }
}
