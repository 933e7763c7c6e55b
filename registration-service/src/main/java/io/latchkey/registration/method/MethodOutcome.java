package io.latchkey.registration.method;

import io.latchkey.registration.destination.DestinationHash;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Everything that may follow in registration. */
public sealed interface MethodOutcome {

    record AccountProvisioned(long generation, boolean enabled) implements MethodOutcome {}

    /** @param replaced the unproven method that gave way, whose codes are dead */
    record MethodRegistered(
            Method method,
            DestinationHash hash,
            String locale,
            @Nullable MethodId replaced) implements MethodOutcome {}

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

    record MethodConfirmed(
            List<MethodId> methodIds, @Nullable Instant dueAt) implements MethodOutcome {
        public MethodConfirmed {
            methodIds = List.copyOf(methodIds);
        }
    }

    record ReconfirmDue(Instant dueAt, List<MethodId> methodIds, List<Recipient> told) implements MethodOutcome {
        public ReconfirmDue {
            methodIds = List.copyOf(methodIds);
            told = List.copyOf(told);
        }
    }

    /**
     * @param message what a portal can show; never holds a value of the command
     * @param field a path of the command's record
     * @param conflictingCommandId the id that was used twice; this rejection then answers no command
     */
    record CommandRejected(
            RejectionReason reason,
            String message,
            @Nullable String field,
            boolean retriable,
            @Nullable UUID conflictingCommandId)
            implements MethodOutcome {

        static CommandRejected because(RejectionReason reason) {
            return new CommandRejected(reason, reason.message(), null, reason.retriable(), null);
        }

        static CommandRejected because(RejectionReason reason, String field) {
            return new CommandRejected(reason, reason.message(), field, reason.retriable(), null);
        }

        static CommandRejected invalid(String field, String requirement) {
            var reason = RejectionReason.INVALID_FIELD;
            return new CommandRejected(reason, field + " must be " + requirement, field, reason.retriable(), null);
        }

        static CommandRejected reused(UUID commandId) {
            var reason = RejectionReason.COMMAND_ID_REUSED;
            return new CommandRejected(reason, reason.message(), "metadata.commandId", reason.retriable(), commandId);
        }
    }
}
