package io.latchkey.verification.code;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Why a code, or the wish for one, is refused. */
public sealed interface Rejection {

    /** The field of the command at fault, if one is. */
    default @Nullable String field() {
        return null;
    }

    /** Whether the very same command may succeed later. */
    default boolean retriable() {
        return false;
    }

    /**
     * @param attemptsLeft guesses that the person still has on this method
     * @param lockedUntil where this guess has locked the user
     */
    record WrongCode(int attemptsLeft, @Nullable Instant lockedUntil) implements Rejection {

        @Override
        public String field() {
            return "code";
        }
    }

    record Expired() implements Rejection {}

    record Superseded() implements Rejection {}

    /** @param until null where it is the method that is out of guesses, for good */
    record Locked(@Nullable Instant until) implements Rejection {}

    record UnknownCode() implements Rejection {

        @Override
        public String field() {
            return "codeId";
        }
    }

    /** @param retriable whether its registration may merely not have been read yet, since it comes on another topic */
    record UnknownMethod(boolean retriable) implements Rejection {

        @Override
        public String field() {
            return "methodId";
        }
    }

    record AccountDisabled() implements Rejection {}

    record AlreadyProven() implements Rejection {}

    record UnreadableField(String field) implements Rejection {}

    record InvalidField(String field) implements Rejection {}

    record CommandIdReused(UUID conflictingCommandId) implements Rejection {

        @Override
        public String field() {
            return "metadata.commandId";
        }
    }

    /** @param retriable whether a command asked for it, which may ask again from {@code retryAt} on */
    record RateLimited(Instant retryAt, boolean retriable) implements Rejection {}
}
