package io.latchkey.registration.method;

import io.latchkey.registration.account.Account;
import io.latchkey.registration.policy.Enablement;
import io.latchkey.registration.policy.MethodKind;
import io.latchkey.registration.policy.Scope;
import java.util.Set;

/** Whether an account can reset its own password, and if not, why: the first reason in the order of the pages. */
record Eligibility(Account account, Scope scope) {

    /** @param counting kinds of which a method counts */
    EligibilityReason reason(Set<MethodKind> counting, boolean registered) {
        return switch (account.passwordManagement()) {
            case ON_PREMISES_WITHOUT_WRITEBACK -> EligibilityReason.PASSWORD_ON_PREMISES;
            case FEDERATED -> EligibilityReason.PASSWORD_FEDERATED;
            case CLOUD, ON_PREMISES_WITH_WRITEBACK ->
                enabled(account, scope) ? verifiable(counting, registered) : notEnabled();
        };
    }

    static boolean enabled(Account account, Scope scope) {
        return account.directory().enabled()
                && scope.includes(account.directory().groups());
    }

    private EligibilityReason notEnabled() {
        if (!account.directory().enabled()) {
            return EligibilityReason.ACCOUNT_DISABLED;
        }
        return scope.enablement() == Enablement.NONE
                ? EligibilityReason.POLICY_NONE
                : EligibilityReason.NOT_IN_SELECTED_GROUP;
    }

    private static EligibilityReason verifiable(Set<MethodKind> counting, boolean registered) {
        if (registered) {
            return EligibilityReason.ELIGIBLE;
        }
        return counting.isEmpty() ? EligibilityReason.NOT_REGISTERED : EligibilityReason.TOO_FEW_METHODS;
    }
}
