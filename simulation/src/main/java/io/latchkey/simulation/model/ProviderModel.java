package io.latchkey.simulation.model;

import io.latchkey.notification.delivery.Answer;
import io.latchkey.notification.delivery.Reason;
import io.latchkey.notification.provider.Letter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.UUID;

/** Whoever carries messages: takes them, refuses them, is busy, or falls silent before or after it took one. */
public final class ProviderModel {

    private final Deque<Behaviour> next = new ArrayDeque<>();
    private final List<Call> ledger = new ArrayList<>();

    /** What a provider does with one call. */
    public enum Behaviour {
        ACCEPTS,
        REFUSES,
        IS_BUSY,
        IS_BUSY_FOR_LONG,
        IS_SILENT_AFTER_ACCEPTING,
        IS_SILENT;

        private Answer answer() {
            return switch (this) {
                case ACCEPTS -> new Answer.Accepted();
                case REFUSES -> new Answer.Refused(Reason.REFUSED);
                case IS_BUSY -> new Answer.RetryAfter(Duration.ofSeconds(1));
                case IS_BUSY_FOR_LONG -> new Answer.RetryAfter(Duration.ofMinutes(2));
                case IS_SILENT_AFTER_ACCEPTING, IS_SILENT -> new Answer.Lost();
            };
        }

        /** Whether the person gets the message. */
        boolean delivers() {
            return this == ACCEPTS || this == IS_SILENT_AFTER_ACCEPTING;
        }
    }

    /**
     * A call as the provider remembers it.
     *
     * @param clock of whoever called
     */
    public record Call(UUID notification, Behaviour behaviour, String text, Instant clock, Instant at) {

        /** Whether the provider said for certain that it does not have the message. */
        public boolean definitelyRefused() {
            return switch (behaviour) {
                case REFUSES, IS_BUSY, IS_BUSY_FOR_LONG -> true;
                case ACCEPTS, IS_SILENT_AFTER_ACCEPTING, IS_SILENT -> false;
            };
        }

        /** Whether the person has read it. */
        public boolean delivered() {
            return behaviour.delivers();
        }
    }

    /** Of the next calls, this many are answered so. */
    public void behave(Behaviour behaviour, int calls) {
        for (int i = 0; i < calls; i++) {
            next.add(behaviour);
        }
    }

    public void recover() {
        next.clear();
    }

    public Answer call(Letter letter, String text, Instant clock, Instant at) {
        var behaviour = next.isEmpty() ? Behaviour.ACCEPTS : next.removeFirst();
        ledger.add(new Call(letter.notificationId(), behaviour, text, clock, at));
        return behaviour.answer();
    }

    public List<Call> ledger() {
        return ledger;
    }
}
