package io.latchkey.simulation.proof;

import io.latchkey.registration.aggregate.Command;
import io.latchkey.registration.aggregate.Outcome;
import io.latchkey.registration.aggregate.State;
import io.latchkey.registration.method.DueDate;
import io.latchkey.registration.method.MethodCommand.ReconfirmTick;
import io.latchkey.registration.method.MethodOutcome.ReconfirmDue;
import io.latchkey.registration.method.MethodOutcome.ReconfirmReminder;
import io.latchkey.simulation.model.StoreModel.Written;
import io.latchkey.simulation.world.Decided;
import io.latchkey.simulation.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A due date is announced when it has come by the scanner's clock, and told of again as the second and the third time 7 and
 * 14 days after the one before, at the most; once it has moved, nothing more is told of it.
 */
final class Reminders implements Invariant {

    private static final List<Duration> AFTER_THE_ONE_BEFORE =
            List.of(Duration.ZERO, Duration.ZERO, Duration.ofDays(7), Duration.ofDays(14));

    @Override
    public Stream<String> violations(World world, Story story) {
        var decisions = new Decisions();
        world.databases().registration().store().timeline().forEach(decisions::follow);
        return decisions.violations.stream();
    }

    /** What was decided and written, in order. */
    private static final class Decisions {

        private final Map<String, Announced> announced = new HashMap<>();
        private final List<String> violations = new ArrayList<>();

        /** @param last when it was told of, by the scanner's clock */
        private record Announced(Instant due, int number, Instant last) {}

        private void follow(Written<State, List<Decided<State, Command, Outcome>>> written) {
            var account = written.document().key();
            for (var decided : written.note()) {
                if (decided.command() instanceof Command.ToAccount(ReconfirmTick tick)) {
                    decided.decision().outcomes().forEach(outcome -> tell(account, outcome, tick.asOf()));
                }
                moved(account, due(decided.decision().next()));
            }
        }

        private static @Nullable DueDate due(@Nullable State state) {
            return state instanceof State.OfAccount(var registration) ? registration.due() : null;
        }

        private void moved(String account, @Nullable DueDate due) {
            announced.computeIfPresent(
                    account, (any, before) -> due != null && due.at().equals(before.due()) ? before : null);
        }

        private void tell(String account, Outcome outcome, Instant asOf) {
            switch (outcome) {
                case Outcome.OfAccount(ReconfirmDue due) -> tell(account, due.dueAt(), 1, asOf);
                case Outcome.OfAccount(ReconfirmReminder due) -> tell(account, due.dueAt(), due.number(), asOf);
                case Outcome other -> {}
            }
        }

        private void tell(String account, Instant due, int number, Instant asOf) {
            var before = announced.get(account);
            int last = before == null ? 0 : before.number();
            if (number != last + 1 || number >= AFTER_THE_ONE_BEFORE.size()) {
                violations.add(account + " was told of " + due + " as number " + number + " after number " + last);
            } else if (asOf.isBefore(earliest(due, number, before))) {
                violations.add(account + " was told of " + due + " as of " + asOf + ", before its time");
            }
            announced.put(account, new Announced(due, number, asOf));
        }

        private static Instant earliest(Instant due, int number, @Nullable Announced before) {
            return before == null ? due : before.last().plus(AFTER_THE_ONE_BEFORE.get(number));
        }
    }
}
