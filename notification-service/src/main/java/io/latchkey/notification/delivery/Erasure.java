package io.latchkey.notification.delivery;

import java.time.Instant;
import java.util.Comparator;

/**
 * All that was known of an account became unreadable. A later generation of the account has nothing to do with it.
 *
 * @param askedAt log time of the command that asked for it; a code counts from the log time of its own
 * @param cause the event, with its own log time; events of the account count from theirs
 */
public record Erasure(Instant askedAt, Cause cause) implements Comparable<Erasure> {

    /** A repeat of the event has a later log time, which does not count. */
    private static final Comparator<Erasure> BY_TIME = Comparator.comparing(Erasure::askedAt)
            .thenComparing(one -> one.cause().at(), Comparator.reverseOrder());

    /** Whether the message belongs to what was erased. Whoever was in it is still told of that. */
    boolean covers(Message message) {
        return switch (message.content()) {
            case Content.Code code -> !code.requestedAt().isAfter(askedAt);
            case Content.Notice notice when notice.change() == Content.Change.ERASED -> false;
            case Content.Notice _, Content.ReconfirmReminder _, Content.HelpWanted _ ->
                !message.cause().at().isAfter(cause.at());
        };
    }

    @Override
    public int compareTo(Erasure other) {
        return BY_TIME.compare(this, other);
    }
}
