package io.latchkey.registration.method;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What happened to an account beside its methods.
 *
 * @param completedAt when CompleteRegistration was last accepted; null if never, or if everything is to be proven again
 * @param reregisterSince what was proven until then does not count
 * @param lockedUntil by too many wrong codes
 * @param contacts when administrators were last written to, the oldest first
 * @param announced the due date that was announced last
 */
public record Progress(
        @Nullable Instant completedAt,
        @Nullable Instant reregisterSince,
        @Nullable Instant lockedUntil,
        List<Instant> contacts,
        @Nullable Instant announced) {

    static final Progress NONE = new Progress(null, null, null, List.of(), null);

    private static final int CONTACTS = 3;
    private static final Duration PERIOD = Duration.ofHours(24);

    public Progress {
        contacts = List.copyOf(contacts);
    }

    Progress completed(Instant at) {
        return new Progress(at, reregisterSince, lockedUntil, contacts, announced);
    }

    Progress askedAgain(Instant at) {
        return new Progress(null, at, lockedUntil, contacts, announced);
    }

    /** Whether what was proven then still stands. */
    boolean sinceAskedAgain(Instant at) {
        return reregisterSince == null || at.isAfter(reregisterSince);
    }

    Progress locked(Instant until) {
        return lockedUntil != null && lockedUntil.isAfter(until)
                ? this
                : new Progress(completedAt, reregisterSince, until, contacts, announced);
    }

    boolean lockedAt(Instant now) {
        return lockedUntil != null && now.isBefore(lockedUntil);
    }

    Progress contacted(Instant at) {
        return new Progress(
                completedAt,
                reregisterSince,
                lockedUntil,
                Stream.concat(contacts.stream(), Stream.of(at))
                        .skip(Math.max(0, contacts.size() + 1 - CONTACTS))
                        .toList(),
                announced);
    }

    Progress announced(Instant due) {
        return new Progress(completedAt, reregisterSince, lockedUntil, contacts, due);
    }

    /** When administrators may be written to next; empty where they may be now. */
    Optional<Instant> contactRetryAt(Instant now) {
        return contacts.size() < CONTACTS
                ? Optional.empty()
                : Optional.of(contacts.getFirst().plus(PERIOD)).filter(now::isBefore);
    }
}
