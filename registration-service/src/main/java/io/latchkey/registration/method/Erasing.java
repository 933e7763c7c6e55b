package io.latchkey.registration.method;

import io.latchkey.messaging.decision.Decision;
import io.latchkey.registration.method.MethodOutcome.AccountErased;
import java.time.Duration;

/** How an account is forgotten. Whoever had access is told; nothing is left to decide by. */
final class Erasing {

    /** The longest that a topic keeps what was written before: a dead letter, 14 days and a segment's day, of a record that was 7 days and one old. */
    static final Duration TOPICS_FORGET = Duration.ofDays(30);

    private Erasing() {}

    static Decision<Registration, MethodOutcome> decide(Registration state, Case asked) {
        return Decision.of(
                null,
                new AccountErased(state.account().generation(), asked.now().plus(TOPICS_FORGET), state.everybody()));
    }
}
