package io.latchkey.registration.method;

import io.latchkey.registration.account.Account;
import io.latchkey.registration.account.DirectoryEntry;
import io.latchkey.registration.account.PasswordManagement;
import io.latchkey.registration.account.Person;
import io.latchkey.registration.account.Place;
import io.latchkey.registration.policy.Policies.InForce;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether an account can reset its own password at a moment, and if not, why.
 *
 * @param lockedUntil null where no lock keeps it at that moment
 * @param overdue whether the methods should have been confirmed; they still work
 * @param recommended although nothing is missing: one method may be out of reach when it is needed
 */
public record Verdict(
        EligibilityReason reason, @Nullable Instant lockedUntil, boolean overdue, List<Requirement> recommended) {

    public static Verdict of(Registration registration, InForce inForce, Instant now) {
        return of(registration, Standing.of(registration, inForce), now);
    }

    /**
     * Of an account that does not exist: that of one with nothing registered which the policy lets reset, if it lets any,
     * since such accounts exist in every tenant.
     */
    public static Verdict ofNobody(InForce inForce, Instant now) {
        var groups = List.copyOf(inForce.policy().scope().groups());
        var nobody = new Account(
                1,
                new DirectoryEntry("", true, groups, false),
                PasswordManagement.CLOUD,
                new Person(null, null),
                new Place("", "", "UTC"));
        return of(Registration.of(nobody, inForce), inForce, now);
    }

    static Verdict of(Registration registration, Standing standing, Instant now) {
        var locked = registration.progress().lockedAt(now);
        var reason = locked && standing.capable() ? EligibilityReason.LOCKED : standing.reason();
        return new Verdict(
                reason,
                locked ? registration.progress().lockedUntil() : null,
                overdue(registration.due(), now),
                standing.recommended());
    }

    private static boolean overdue(@Nullable DueDate due, Instant now) {
        return due != null && now.isAfter(due.at());
    }
}
