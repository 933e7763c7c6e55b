package io.latchkey.registration.policy;

import java.util.Collection;
import java.util.Collections;
import java.util.Set;

/**
 * Whose accounts may reset their own password.
 *
 * @param groups looked at with {@link Enablement#SELECTED} only
 */
public record Scope(Enablement enablement, Set<String> groups) {

    static final Scope EVERYBODY = new Scope(Enablement.ALL, Set.of());

    public Scope {
        groups = Set.copyOf(groups);
    }

    /** Whether an account of these groups is among them. */
    public boolean includes(Collection<String> groupsOfAccount) {
        return switch (enablement) {
            case NONE -> false;
            case SELECTED -> !Collections.disjoint(groups, groupsOfAccount);
            case ALL -> true;
        };
    }
}
