package io.latchkey.registration.policy;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Judges a proposal as a whole: every field that is wrong is told of, each once. */
public final class PolicyCheck {

    private static final int MAX_RECONFIRM_DAYS = 730;

    private final Set<String> predefinedQuestions;

    /** @param predefinedQuestions ids of those that there are */
    public PolicyCheck(Set<String> predefinedQuestions) {
        this.predefinedQuestions = Set.copyOf(predefinedQuestions);
    }

    /** What a proposal turned out to be. */
    public sealed interface Result {

        record Accepted(Policy policy) implements Result {}

        /** @param faults one or more */
        record Refused(List<FieldFault> faults) implements Result {}
    }

    public Result check(PolicyProposal proposal) {
        var faults = faults(proposal);
        return faults.isEmpty() ? new Result.Accepted(accepted(proposal)) : new Result.Refused(faults);
    }

    private List<FieldFault> faults(PolicyProposal proposal) {
        var faults = new Faults();
        ScopeCheck.check(proposal.scope(), faults);
        MethodCheck.check(proposal.methods(), faults);
        QuestionCheck.check(proposal.questions(), predefinedQuestions, faults);
        check(proposal.reconfirmation(), faults);
        CodeCheck.check(proposal.codes(), faults);
        HelpCheck.check(proposal.help(), faults);
        return faults.found();
    }

    private static void check(PolicyProposal.Reconfirmation reconfirmation, Faults faults) {
        faults.range("reconfirmAfterDays", reconfirmation.afterDays(), 0, MAX_RECONFIRM_DAYS);
        faults.require(reconfirmation.by() != null, "reconfirmBy", "a known constant");
    }

    private static Policy accepted(PolicyProposal proposal) {
        var reconfirmation = proposal.reconfirmation();
        return new Policy(
                ScopeCheck.accepted(proposal.scope()),
                MethodCheck.accepted(proposal.methods()),
                QuestionCheck.accepted(proposal.questions()),
                new Reconfirmation(Duration.ofDays(reconfirmation.afterDays()), requireNonNull(reconfirmation.by())),
                CodeCheck.accepted(proposal.codes()),
                HelpCheck.accepted(proposal.help()));
    }
}
