package io.latchkey.registration.method;

import io.latchkey.messaging.decision.Refusal;
import io.latchkey.registration.account.Personal;
import io.latchkey.registration.destination.DestinationHash;
import io.latchkey.registration.destination.EmailAddress;
import io.latchkey.registration.policy.MethodKind;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Everything that may follow in registration about an account. Lists of those who are told hold no destination twice. */
public sealed interface MethodOutcome {

    record AccountProvisioned(long generation, boolean enabled) implements MethodOutcome {}

    /**
     * @param requestedAt from when on the lifetimes of codes are counted
     * @param replaced the unproven method that gave way, whose codes are dead
     */
    record MethodRegistered(
            Method method,
            DestinationHash hash,
            String locale,
            Instant requestedAt,
            @Nullable MethodId replaced) implements MethodOutcome {}

    /** @param replaced the unproven method that gave way, whose codes are dead */
    record MethodPrepopulated(Method method, @Nullable MethodId replaced, List<Recipient> told)
            implements MethodOutcome {
        public MethodPrepopulated {
            told = List.copyOf(told);
        }
    }

    /**
     * @param replaced the proven method that gave way
     * @param told whom the change concerns
     */
    record MethodProven(
            Method method,
            @Nullable MethodId replaced,
            @Nullable Instant dueAt,
            List<Recipient> told) implements MethodOutcome {
        public MethodProven {
            told = List.copyOf(told);
        }
    }

    /** @param toProve methods to which a code goes now */
    record MethodConfirmed(
            List<MethodId> methodIds, @Nullable Instant dueAt, List<MethodId> toProve) implements MethodOutcome {
        public MethodConfirmed {
            methodIds = List.copyOf(methodIds);
            toProve = List.copyOf(toProve);
        }
    }

    record MethodRemoved(
            MethodId methodId,
            MethodKind kind,
            Origin removedBy,
            boolean proven,
            @Nullable Instant dueAt,
            List<Recipient> told)
            implements MethodOutcome {
        public MethodRemoved {
            told = List.copyOf(told);
        }
    }

    record SecurityAnswersRegistered(
            MethodId methodId,
            int count,
            @Nullable MethodId replaced,
            @Nullable Instant dueAt,
            List<Recipient> told) implements MethodOutcome {
        public SecurityAnswersRegistered {
            told = List.copyOf(told);
        }
    }

    record RegistrationCompleted(
            long policyVersion,
            List<Requirement> recommended,
            @Nullable Instant dueAt) implements MethodOutcome {
        public RegistrationCompleted {
            recommended = List.copyOf(recommended);
        }
    }

    record ReregistrationRequired(List<MethodId> methodIds, List<Recipient> told) implements MethodOutcome {
        public ReregistrationRequired {
            methodIds = List.copyOf(methodIds);
            told = List.copyOf(told);
        }
    }

    record ReconfirmDue(Instant dueAt, List<MethodId> methodIds, List<Recipient> told) implements MethodOutcome {
        public ReconfirmDue {
            methodIds = List.copyOf(methodIds);
            told = List.copyOf(told);
        }
    }

    /** @param number 2 or 3; the first one is {@link ReconfirmDue} */
    record ReconfirmReminder(Instant dueAt, int number, List<MethodId> methodIds, List<Recipient> told)
            implements MethodOutcome {
        public ReconfirmReminder {
            methodIds = List.copyOf(methodIds);
            told = List.copyOf(told);
        }
    }

    record AdministratorContacted(
            EligibilityReason reason, @Nullable Personal displayName, String locale, List<EmailAddress> administrators)
            implements MethodOutcome {
        public AdministratorContacted {
            administrators = List.copyOf(administrators);
        }
    }

    /** @param forgottenAt from when on nothing of the account is readable in any topic */
    record AccountErased(long generation, Instant forgottenAt, List<Recipient> told) implements MethodOutcome {
        public AccountErased {
            told = List.copyOf(told);
        }
    }

    /**
     * @param message what a portal can show; never holds a value of the command
     * @param field a path of the command's record
     * @param hint what a portal needs besides
     */
    record CommandRejected(
            RejectionReason reason,
            String message,
            @Nullable String field,
            boolean retriable,
            Hint hint) implements MethodOutcome {

        static CommandRejected because(RejectionReason reason) {
            return because(reason, new Hint.None());
        }

        static CommandRejected because(RejectionReason reason, String field) {
            return new CommandRejected(reason, reason.message(), field, reason.retriable(), new Hint.None());
        }

        static CommandRejected because(RejectionReason reason, Hint hint) {
            return new CommandRejected(reason, reason.message(), null, reason.retriable(), hint);
        }

        static CommandRejected invalid(String field, String requirement) {
            var reason = RejectionReason.INVALID_FIELD;
            var message = field + " must be " + requirement;
            return new CommandRejected(reason, message, field, reason.retriable(), new Hint.None());
        }

        /** What the engine refuses. */
        public static CommandRejected refused(Refusal refusal) {
            return switch (refusal) {
                case Refusal.CommandIdReused(var commandId) -> reused(commandId);
                case Refusal.RateLimited(var retryAt) ->
                    because(RejectionReason.RATE_LIMITED, new Hint.RetryAt(retryAt));
            };
        }

        private static CommandRejected reused(UUID commandId) {
            var reason = RejectionReason.COMMAND_ID_REUSED;
            return new CommandRejected(
                    reason, reason.message(), "metadata.commandId", reason.retriable(), new Hint.Conflict(commandId));
        }
    }

    /** What goes with some rejections. */
    sealed interface Hint {

        record None() implements Hint {}

        /** @param commandId the id that was used twice; the rejection then answers no command */
        record Conflict(UUID commandId) implements Hint {}

        record Lacking(List<Requirement> missing) implements Hint {
            public Lacking {
                missing = List.copyOf(missing);
            }
        }

        /** @param link or address that replaces writing to administrators */
        record Helpdesk(String link) implements Hint {}

        record RetryAt(Instant at) implements Hint {}
    }
}
