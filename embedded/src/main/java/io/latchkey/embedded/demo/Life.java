package io.latchkey.embedded.demo;

import io.latchkey.embedded.scan.Needle;
import io.latchkey.schemas.AccountErased;
import io.latchkey.schemas.ReconfirmDue;
import io.latchkey.schemas.ReconfirmReminder;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** The whole life of an account: from its tenant's policy over proofs, questions, reminders and changes to its erasure. */
final class Life implements Play {

    private final Stage stage;
    private final Household household;
    private final Governing governing;
    private final Arriving arriving;
    private final Enrolling enrolling;
    private final Answering answering;
    private final Completing completing;
    private final Helping helping;
    private final Reminding reminding;
    private final Changing changing;
    private final Forgetting forgetting;

    Life(Stage stage, Backstage backstage, Household household) {
        var a = new Person(stage.portal(), household.account("a"));
        var administrator = new Administrator(stage.portal(), household.tenant());
        var board = new Board(stage, backstage.api());
        var proofs = new Proofs(stage, a);
        this.stage = stage;
        this.household = household;
        this.governing = new Governing(stage, administrator, backstage.followers());
        this.arriving = new Arriving(stage, household, administrator, board, backstage.api());
        this.enrolling = new Enrolling(stage, household, a, proofs);
        this.answering = new Answering(stage, household, a);
        this.completing = new Completing(stage, a, board);
        this.helping = new Helping(stage, household);
        this.reminding = new Reminding(stage, household, a, backstage);
        this.changing = new Changing(stage, household, a, administrator, proofs, board);
        this.forgetting = new Forgetting(stage, household, a, administrator, board, backstage.kept());
    }

    /** What A has to reset with. */
    private record Methods(UUID email, UUID office, UUID phone, UUID questions) {

        List<UUID> all() {
            return List.of(email, office, phone, questions);
        }
    }

    @Override
    public void play() {
        governing.aWrongPolicyIsRefused();
        governing.thePolicyIsDefined(household.group(), household.administrators());
        arriving.eachPageIsShown(arriving.accountsAreProvisioned());
        var methods = enrolled(arriving.methodsArePutDown());
        var due = Objects.requireNonNull(completing.inTime(1).getDueAt(), "the policy asks for confirmation");
        helping.bAsksForHelp();
        helping.dAsksForHelp();
        reminded(due, methods);
        changed(methods);
        forgetting.aComesAgain(forgetting.aIsErased());
    }

    private Methods enrolled(List<UUID> putDown) {
        var confirmed = enrolling.aConfirmsWhatWasPutDown(putDown);
        completing.tooEarly();
        var phone = enrolling.aRegistersAPhone();
        answering.anAnswerIsRefused();
        return new Methods(confirmed.getFirst(), confirmed.getLast(), phone, answering.aAnswers());
    }

    private void reminded(Instant due, Methods methods) {
        var morning = reminding.nobodyIsWoken(due);
        reminding.aConfirms(reminding.aIsRemindedThreeTimes(morning, due, methods.all()), methods.all());
    }

    private void changed(Methods methods) {
        var phone = changing.aReplacesThePhone(methods.phone());
        changing.aRemovesTheOfficePhone(methods.office());
        changing.anAdministratorRemovesTheQuestions(methods.questions());
        changing.everythingIsAskedForAnew();
        changing.aProvesBothAgain(List.of(methods.email(), phone));
        answering.aAnswers();
        completing.inTime(1);
    }

    @Override
    public List<Count> counts(Tally tally) {
        return List.of(
                new Count(tally.methodsProven(), 6, "method proven", "methods proven"),
                Count.of(tally.rejections(), 5, "rejection"),
                new Count(tally.helpMails(), 8, "mail to administrators", "mails to administrators"),
                Count.of(tally.count(ReconfirmDue.class) + tally.count(ReconfirmReminder.class), 3, "reminder"),
                Count.of(tally.count(AccountErased.class), 1, "erasure"),
                Count.of(tally.deadLetters(), 0, "dead letter"));
    }

    @Override
    public List<Needle> needles() {
        return household.needles(stage.codes());
    }
}
