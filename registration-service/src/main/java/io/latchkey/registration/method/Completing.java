package io.latchkey.registration.method;

import io.latchkey.messaging.decision.Decision;
import io.latchkey.registration.method.MethodOutcome.CommandRejected;
import io.latchkey.registration.method.MethodOutcome.Hint;
import io.latchkey.registration.method.MethodOutcome.RegistrationCompleted;

/** How a person finishes: when everything that the policy in force asks for is there. */
final class Completing {

    private Completing() {}

    static Decision<Registration, MethodOutcome> decide(Registration state, Case asked) {
        var settled = asked.settled(state);
        var standing = settled.standing();
        if (!standing.registered()) {
            var hint = new Hint.Lacking(standing.missing());
            return Decision.of(state, CommandRejected.because(RejectionReason.REGISTRATION_INCOMPLETE, hint));
        }
        return Decision.of(
                settled.with(settled.progress().completed(asked.now())),
                new RegistrationCompleted(standing.policyVersion(), standing.recommended(), settled.dueAt()));
    }
}
