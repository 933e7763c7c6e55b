package io.latchkey.messaging.decision;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rules of one kind of aggregate, as pure functions.
 *
 * @param <S> state of one aggregate
 * @param <C> everything it reacts to: commands, upstream events, ticks; opened and normalised, but not yet judged
 * @param <O> everything that may follow
 */
public interface Decider<S, C, O> {

    /**
     * Judges one command. Expected refusals are outcomes; whatever this throws becomes a recorded dead letter, because a
     * pure function fails the same way twice.
     */
    Decision<S, O> decide(@Nullable S state, C command, Context context);

    /** The reply to a command that the engine itself refuses. */
    O refused(C command, Refusal refusal);

    /**
     * Which of those that lived under one key a state is, from 1. It is remembered when the state is gone, so that whoever
     * comes later can be told from it.
     */
    default long generation(S state) {
        return 1;
    }

    /**
     * The shared counters that must be incremented before this command is decided; none for most. The state is the one
     * that the command will meet: what an earlier command of the same batch did is in it.
     *
     * @param now the log time of the record, as in {@link Context#now}
     */
    default Set<Counter> reservations(@Nullable S state, C command, Instant now) {
        return Set.of();
    }
}
