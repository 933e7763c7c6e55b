package io.latchkey.registration.method;

import io.latchkey.messaging.decision.Decision;
import io.latchkey.messaging.decision.WakingHours;
import io.latchkey.registration.destination.Channel;
import io.latchkey.registration.method.MethodCommand.ReconfirmTick;
import io.latchkey.registration.method.MethodOutcome.ReconfirmDue;
import io.latchkey.registration.method.MethodOutcome.ReconfirmReminder;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How people are told that their methods are to be confirmed: once when they are due, again after 7 and after 21 days, each
 * in a waking hour, and after a scan that was late not sooner one after the other than on time.
 */
final class Reconfirming {

    private static final Duration SECOND = Duration.ofDays(7);
    private static final Duration THIRD = Duration.ofDays(21);

    private Reconfirming() {}

    /** Everything is judged anew first, since the policy may have changed; a disabled account is left in peace. */
    static Decision<Registration, MethodOutcome> decide(Registration state, ReconfirmTick tick, Case asked) {
        var settled = asked.settled(state, tick.asOf());
        var due = settled.due();
        return due != null && due.toBeToldBy(tick.asOf()) && settled.enabled()
                ? told(settled, due, tick, asked)
                : Decision.of(settled);
    }

    private static Decision<Registration, MethodOutcome> told(
            Registration state, DueDate due, ReconfirmTick tick, Case asked) {
        var waking = WakingHours.in(state.account().place().timeZone());
        if (!waking.contain(tick.asOf())) {
            var morning = waking.from(tick.asOf(), Jitter.morning(tick.key()));
            return Decision.of(state.with(due.later(morning)));
        }
        var next = state.with(due.told(next(due, tick.asOf())))
                .with(state.progress().announced(due.at()));
        return Decision.of(next, outcome(state, due, asked));
    }

    private static MethodOutcome outcome(Registration state, DueDate due, Case asked) {
        var methods = asked.toConfirm(state).inForce();
        return due.announced()
                ? new ReconfirmReminder(due.at(), due.reminders() + 1, methods, reminded(state))
                : new ReconfirmDue(due.at(), methods, reminded(state));
    }

    /** Counted from this one, so that after a late scan they do not follow each other faster. */
    private static @Nullable Instant next(DueDate due, Instant asOf) {
        return switch (due.reminders()) {
            case 0 -> asOf.plus(SECOND);
            case 1 -> asOf.plus(THIRD.minus(SECOND));
            default -> null;
        };
    }

    /** One destination, an email where there is one. */
    private static List<Recipient> reminded(Registration state) {
        return state.proven().stream()
                .min(Comparator.comparing(method -> method.channel() != Channel.EMAIL))
                .map(state::recipient)
                .stream()
                .toList();
    }
}
