package io.latchkey.messaging.decision;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What follows from a command: the next state, and the outcomes to be told, in order.
 *
 * <p>The first outcome of a command is its one reply and names its id; the others merely follow from it. What follows
 * from an event or a tick replies to nobody.
 *
 * <p>From a state to none is an erasure: the key that the state was sealed under is destroyed before the outcomes are told.
 *
 * @param next the state after the command; null where there is none (still, or any more)
 * @param remembered whether the command id counts as used; false only for a rejection that may succeed when retried
 */
public record Decision<S, O>(@Nullable S next, List<O> outcomes, boolean remembered) {

    public Decision {
        outcomes = List.copyOf(outcomes);
    }

    @SafeVarargs
    public static <S, O> Decision<S, O> of(@Nullable S next, O... outcomes) {
        return new Decision<>(next, List.of(outcomes), true);
    }

    /** A rejection after which the same command id is judged anew. */
    public static <S, O> Decision<S, O> retriable(@Nullable S unchanged, O rejection) {
        return new Decision<>(unchanged, List.of(rejection), false);
    }
}
