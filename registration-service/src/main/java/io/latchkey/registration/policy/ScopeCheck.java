package io.latchkey.registration.policy;

import static java.util.Objects.requireNonNull;

import java.util.Set;

/** Whose accounts. */
final class ScopeCheck {

    private static final int MAX_GROUPS = 200;
    private static final int MAX_LENGTH = 128;

    private ScopeCheck() {}

    static void check(PolicyProposal.Scope scope, Faults faults) {
        var groups = scope.groups();
        faults.require(scope.enablement() != null, "enablement", "a known constant");
        faults.require(
                scope.enablement() != Enablement.SELECTED || !groups.isEmpty(),
                "selectedGroups",
                "one group or more where enablement is SELECTED");
        faults.each(
                "selectedGroups",
                groups,
                MAX_GROUPS,
                ScopeCheck::named,
                "1 to " + MAX_LENGTH + " characters without control characters");
    }

    static Scope accepted(PolicyProposal.Scope scope) {
        return new Scope(requireNonNull(scope.enablement()), Set.copyOf(scope.groups()));
    }

    /** As the groups of an account are, with which it is compared. */
    private static boolean named(String group) {
        return !group.isBlank() && group.length() <= MAX_LENGTH && group.chars().noneMatch(Character::isISOControl);
    }
}
