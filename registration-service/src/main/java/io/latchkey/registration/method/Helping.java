package io.latchkey.registration.method;

import io.latchkey.messaging.decision.Decision;
import io.latchkey.registration.method.MethodOutcome.AdministratorContacted;
import io.latchkey.registration.method.MethodOutcome.CommandRejected;
import io.latchkey.registration.method.MethodOutcome.Hint;
import io.latchkey.registration.policy.Help;
import java.util.Optional;

/** How people turn to somebody: administrators are told who asks and which case it is, three times in 24 hours at most. */
final class Helping {

    private Helping() {}

    static Decision<Registration, MethodOutcome> decide(Registration state, Case asked) {
        var help = asked.policy().help();
        return elsewhere(help)
                .map(rejection -> Decision.<Registration, MethodOutcome>of(state, rejection))
                .or(() -> tooOften(state, asked))
                .orElseGet(() -> contacted(asked.settled(state), help, asked));
    }

    private static Optional<CommandRejected> elsewhere(Help help) {
        var helpdesk = help.helpdesk();
        if (helpdesk != null) {
            return Optional.of(CommandRejected.because(RejectionReason.HELPDESK_INSTEAD, new Hint.Helpdesk(helpdesk)));
        }
        return help.administrators().isEmpty()
                ? Optional.of(CommandRejected.because(RejectionReason.NO_ADMINISTRATOR))
                : Optional.empty();
    }

    private static Optional<Decision<Registration, MethodOutcome>> tooOften(Registration state, Case asked) {
        return state.progress()
                .contactRetryAt(asked.now())
                .map(at -> Decision.retriable(
                        state, CommandRejected.because(RejectionReason.RATE_LIMITED, new Hint.RetryAt(at))));
    }

    private static Decision<Registration, MethodOutcome> contacted(Registration state, Help help, Case asked) {
        return Decision.of(
                state.with(state.progress().contacted(asked.now())),
                new AdministratorContacted(
                        reason(state, asked),
                        state.account().person().displayName(),
                        state.account().place().locale(),
                        help.administrators()));
    }

    /** Who can reset and asks all the same is out of reach. */
    private static EligibilityReason reason(Registration state, Case asked) {
        var reason = Verdict.of(state, state.standing(), asked.now()).reason();
        return reason == EligibilityReason.ELIGIBLE ? EligibilityReason.METHODS_OUT_OF_REACH : reason;
    }
}
