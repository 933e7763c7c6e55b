package io.latchkey.registration.web;

import io.latchkey.registration.method.EligibilityReason;
import io.latchkey.registration.method.Requirement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a policy would change.
 *
 * @param policyVersion in force, which it was compared with
 * @param counts over the whole tenant; with the first page only
 * @param next what to ask for after this page; null after the last one
 */
record DryRunView(
        long policyVersion,
        @Nullable Counts counts,
        List<Row> accounts,
        @Nullable String next) {

    /**
     * @param accounts looked at
     * @param unable how many could no longer reset
     * @param able how many could reset then and cannot now
     */
    record Counts(long accounts, long unable, long able) {}

    /**
     * An account that can reset now or then, and not both.
     *
     * @param reason then
     * @param missing then
     */
    record Row(String userId, Change change, EligibilityReason reason, List<Requirement> missing) {}

    /** What becomes of an account. */
    enum Change {
        UNABLE,
        ABLE
    }
}
