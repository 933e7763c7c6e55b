package io.latchkey.registration.web;

import io.latchkey.registration.method.EligibilityReason;
import io.latchkey.registration.method.Requirement;
import io.latchkey.registration.mongo.StandingCount;
import io.latchkey.registration.mongo.StandingOfAccount;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A page of the report.
 *
 * @param next what to ask for after this page; null after the last one
 */
record ReportView(List<Row> accounts, @Nullable String next) {

    /** @param limit of the page, which has one more where there are more */
    static ReportView of(List<StandingOfAccount> found, int limit) {
        var rows = found.stream().limit(limit).map(Row::of).toList();
        return new ReportView(rows, found.size() > limit ? rows.getLast().userId() : null);
    }

    /**
     * An account as it was last judged, a lock apart.
     *
     * @param missing what it lacks
     * @param policyVersion that it was judged by
     */
    record Row(
            String userId,
            boolean registered,
            boolean enabled,
            boolean capable,
            EligibilityReason reason,
            List<Requirement> missing,
            List<Requirement> recommended,
            @Nullable Instant dueAt,
            boolean administrator,
            long policyVersion) {

        static Row of(StandingOfAccount account) {
            var standing = account.standing();
            return new Row(
                    account.key().userId(),
                    standing.registered(),
                    standing.enabled(),
                    standing.capable(),
                    standing.reason(),
                    standing.missing(),
                    standing.recommended(),
                    account.dueAt(),
                    account.administrator(),
                    standing.policyVersion());
        }
    }

    /**
     * The totals.
     *
     * @param policyVersion in force
     * @param judgedByAnother how many accounts were last judged by another version, and will be judged anew
     */
    record Summary(
            long accounts, long registered, long enabled, long capable, long policyVersion, long judgedByAnother) {

        static Summary of(List<StandingCount> counts, long policyVersion) {
            return new Summary(
                    sum(counts, _ -> true),
                    sum(counts, StandingCount::registered),
                    sum(counts, StandingCount::enabled),
                    sum(counts, StandingCount::capable),
                    policyVersion,
                    sum(counts, count -> count.policyVersion() != policyVersion));
        }

        private static long sum(List<StandingCount> counts, Predicate<StandingCount> which) {
            return counts.stream().filter(which).mapToLong(StandingCount::count).sum();
        }
    }
}
