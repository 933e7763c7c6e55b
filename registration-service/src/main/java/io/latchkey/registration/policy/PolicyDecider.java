package io.latchkey.registration.policy;

import io.latchkey.messaging.decision.Context;
import io.latchkey.messaging.decision.Decision;
import io.latchkey.registration.policy.PolicyOutcome.PolicyChanged;
import io.latchkey.registration.policy.PolicyOutcome.PolicyRefused;
import io.latchkey.registration.policy.PolicyOutcome.VersionConflict;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a tenant's policy changes.
 *
 * <p>A proposal that says what is in force already makes no new version: whatever applies a policy again and again neither
 * has every account judged anew, nor pushes what was really different out of the history.
 */
public final class PolicyDecider {

    private final PolicyCheck check;

    /** @param predefinedQuestions ids of those that there are */
    public PolicyDecider(Set<String> predefinedQuestions) {
        check = new PolicyCheck(predefinedQuestions);
    }

    /** A state that is null is that of a tenant that has the defaults. */
    public Decision<TenantPolicy, PolicyOutcome> decide(
            @Nullable TenantPolicy state, DefinePolicy command, Context context) {
        var expected = command.expectedVersion();
        if (expected != null && expected != TenantPolicy.versionOf(state)) {
            return Decision.of(state, new VersionConflict());
        }
        return switch (check.check(command.proposal())) {
            case PolicyCheck.Result.Refused(var faults) -> Decision.of(state, new PolicyRefused(faults));
            case PolicyCheck.Result.Accepted(var policy) -> accepted(state, policy, command, context);
        };
    }

    private static Decision<TenantPolicy, PolicyOutcome> accepted(
            @Nullable TenantPolicy state, Policy policy, DefinePolicy command, Context context) {
        var previous = state == null ? null : state.policy();
        var next = state != null && policy.equals(previous)
                ? state
                : TenantPolicy.following(state, policy, context.now(), command.commandId());
        return Decision.of(next, new PolicyChanged(next.version(), policy, previous));
    }
}
