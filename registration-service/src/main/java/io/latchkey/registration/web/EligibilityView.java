package io.latchkey.registration.web;

import io.latchkey.registration.method.EligibilityPage;
import io.latchkey.registration.method.EligibilityReason;
import io.latchkey.registration.method.Requirement;
import io.latchkey.registration.method.Verdict;
import io.latchkey.registration.policy.Help;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a person is shown who wants to reset a password. Holds nothing by which one of an unknown account differs from that
 * of an account with nothing registered: no lock and no due date beside another reason, and whether administrators may be
 * written to is said by the policy alone.
 *
 * @param overdue whether the methods should have been confirmed; they still work
 * @param recommended such as another method, where the account has only one
 * @param mayContactAdministrator whether ContactAdministrator leads to a mail; it may still be refused as too often
 * @param helpdesk a link or an address to turn to instead
 */
record EligibilityView(
        EligibilityPage page,
        EligibilityReason reason,
        @Nullable Instant lockedUntil,
        boolean overdue,
        List<Requirement> recommended,
        boolean mayContactAdministrator,
        @Nullable String helpdesk) {

    static EligibilityView of(Verdict verdict, Help help) {
        var reason = verdict.reason();
        var locked = reason == EligibilityReason.LOCKED;
        var registered = locked || reason == EligibilityReason.ELIGIBLE;
        return new EligibilityView(
                reason.page(),
                reason,
                locked ? verdict.lockedUntil() : null,
                registered && verdict.overdue(),
                registered ? verdict.recommended() : List.of(),
                help.helpdesk() == null && !help.administrators().isEmpty(),
                help.helpdesk());
    }
}
