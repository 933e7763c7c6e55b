package io.latchkey.registration.web;

import io.latchkey.registration.method.AccountStatus;
import io.latchkey.registration.method.Binding;
import io.latchkey.registration.method.EligibilityPage;
import io.latchkey.registration.method.EligibilityReason;
import io.latchkey.registration.method.ListedMethod;
import io.latchkey.registration.method.MethodState;
import io.latchkey.registration.method.RegistrationState;
import io.latchkey.registration.method.Requirement;
import io.latchkey.registration.mongo.StoredAccount;
import io.latchkey.registration.policy.MethodKind;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The content of the record RegistrationStatus, judged anew: with the lock, and by the policy in force.
 *
 * @param register every method that was ever bound; null for whoever may not see it
 */
record AccountView(
        Instant epoch,
        long revision,
        long generation,
        RegistrationState state,
        boolean registered,
        boolean enabled,
        boolean capable,
        EligibilityPage page,
        EligibilityReason reason,
        @Nullable Instant lockedUntil,
        List<MethodView> methods,
        List<Requirement> missing,
        List<Requirement> recommended,
        @Nullable Instant dueAt,
        boolean dueAnnounced,
        boolean overdue,
        @Nullable Instant completedAt,
        long policyVersion,
        boolean administrator,
        @Nullable List<BindingView> register) {

    static AccountView of(StoredAccount found, AccountStatus status, boolean withRegister) {
        var standing = status.standing();
        var verdict = status.verdict();
        var due = status.due();
        return new AccountView(
                found.epoch(),
                found.revision(),
                status.generation(),
                status.state(),
                standing.registered(),
                standing.enabled(),
                standing.capable(),
                verdict.reason().page(),
                verdict.reason(),
                verdict.lockedUntil(),
                status.methods().stream().map(MethodView::of).toList(),
                standing.missing(),
                standing.recommended(),
                due == null ? null : due.at(),
                due != null && due.announced(),
                verdict.overdue(),
                status.completedAt(),
                standing.policyVersion(),
                status.administrator(),
                withRegister ? status.register().stream().map(BindingView::of).toList() : null);
    }

    /** A method of the account, masked. */
    record MethodView(
            UUID methodId,
            MethodKind kind,
            @Nullable String channel,
            @Nullable String mask,
            MethodState state,
            boolean counts,
            Instant registeredAt,
            @Nullable Instant provenAt,
            @Nullable Instant confirmedAt) {

        static MethodView of(ListedMethod method) {
            return new MethodView(
                    method.id().value(),
                    method.kind(),
                    text(method.channel()),
                    text(method.mask()),
                    method.state(),
                    method.counts(),
                    method.registeredAt(),
                    method.provenAt(),
                    method.confirmedAt());
        }
    }

    /**
     * A method that was bound once.
     *
     * @param unboundAt null while it is
     */
    record BindingView(
            UUID methodId,
            MethodKind kind,
            @Nullable String mask,
            Instant boundAt,
            @Nullable Instant unboundAt) {

        static BindingView of(Binding binding) {
            return new BindingView(
                    binding.id().value(), binding.kind(), text(binding.mask()), binding.boundAt(), binding.unboundAt());
        }
    }

    private static @Nullable String text(@Nullable Object shown) {
        return shown == null ? null : shown.toString();
    }
}
