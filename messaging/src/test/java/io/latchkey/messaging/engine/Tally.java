package io.latchkey.messaging.engine;

import io.latchkey.messaging.decision.Context;
import io.latchkey.messaging.decision.Counter;
import io.latchkey.messaging.decision.Decider;
import io.latchkey.messaging.decision.Decision;
import io.latchkey.messaging.decision.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The smallest domain with every kind of decision: adds numbers up. */
public final class Tally implements Decider<Long, Tally.Command, Tally.Outcome> {

    public static final Counter SHARED = new Counter("shared", Duration.ofHours(1));

    private final boolean mended;

    public Tally() {
        this(false);
    }

    /** @param mended whether {@link Command.Explode} adds 1 instead of throwing */
    Tally(boolean mended) {
        this.mended = mended;
    }

    public sealed interface Command {
        /** Adds and says so. */
        record Add(long number) implements Command {}

        /** Adds and says so twice: on the topic of events and on that of sums. */
        record AddLoudly(long number) implements Command {}

        /** Is refused until the tally exists; may be retried. */
        record Require() implements Command {}

        /** Says how many of these there were, over all tallies. */
        record Share() implements Command {}

        /** Says a number that only the place in the log decides. */
        record Draw() implements Command {}

        record Explode() implements Command {}

        /** Nothing is left of the tally but that it was. */
        record Erase() implements Command {}
    }

    public sealed interface Outcome {
        record Added(long sum) implements Outcome {}

        record Sum(long sum) implements Outcome {}

        record Missing() implements Outcome {}

        record Shared(long count) implements Outcome {}

        record Drawn(String digits) implements Outcome {}

        record Refused(String why) implements Outcome {}

        record Erased() implements Outcome {}
    }

    @Override
    public Decision<Long, Outcome> decide(@Nullable Long sum, Command command, Context context) {
        return switch (command) {
            case Command.Add add -> Decision.of(next(sum, add.number()), new Outcome.Added(next(sum, add.number())));
            case Command.AddLoudly add -> {
                long next = next(sum, add.number());
                yield Decision.of(next, new Outcome.Added(next), new Outcome.Sum(next));
            }
            case Command.Require require ->
                sum == null ? Decision.retriable(null, new Outcome.Missing()) : Decision.of(sum, new Outcome.Sum(sum));
            case Command.Share share ->
                Decision.of(sum, new Outcome.Shared(sum == null ? 0 : context.reserved(SHARED)));
            case Command.Draw draw ->
                Decision.of(next(sum, 0), new Outcome.Drawn(context.random().digits(0, 8)));
            case Command.Explode explode when mended -> Decision.of(next(sum, 1), new Outcome.Added(next(sum, 1)));
            case Command.Explode explode -> throw new IllegalStateException("boom");
            case Command.Erase erase ->
                sum == null ? Decision.retriable(null, new Outcome.Missing()) : Decision.of(null, new Outcome.Erased());
        };
    }

    @Override
    public Outcome refused(Command command, Refusal refusal) {
        return switch (refusal) {
            case Refusal.CommandIdReused reused -> new Outcome.Refused("reused");
            case Refusal.RateLimited limited -> new Outcome.Refused("limited until " + limited.retryAt());
        };
    }

    @Override
    public Set<Counter> reservations(@Nullable Long sum, Command command, Instant now) {
        return command instanceof Command.Share && sum != null ? Set.of(SHARED) : Set.of();
    }

    private static long next(@Nullable Long sum, long number) {
        return (sum == null ? 0 : sum) + number;
    }
}
