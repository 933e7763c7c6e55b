package io.latchkey.verification.code;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The wrong guesses of a user over all codes and methods.
 *
 * @param wrong when, oldest first; as far back as the limit looks
 * @param limit the least that was in force at one of them; a higher one counts once they have all left the window
 * @param lockedUntil null where the user never was locked
 */
public record UserGuesses(
        List<Instant> wrong, int limit, @Nullable Instant lockedUntil) {

    static final UserGuesses NONE = new UserGuesses(List.of(), 0, null);

    public UserGuesses {
        wrong = List.copyOf(wrong);
    }

    boolean locked(Instant now) {
        return lockedUntil != null && now.isBefore(lockedUntil);
    }

    /** Until when the user is locked; null where not, or not any more. */
    @Nullable
    Instant lock(Instant now) {
        return locked(now) ? lockedUntil : null;
    }

    UserGuesses guessedWrong(Instant now, GuessLimits limits) {
        var counted = new ArrayList<>(Windows.within(wrong, limits.userWindow(), now));
        int most = counted.isEmpty() ? limits.perUser() : Math.min(limit, limits.perUser());
        counted.add(now);
        return new UserGuesses(counted, most, counted.size() < most ? lockedUntil : now.plus(limits.lock()));
    }

    /** Right after a guess; later some may have left the window. */
    int left() {
        return limit - wrong.size();
    }
}
