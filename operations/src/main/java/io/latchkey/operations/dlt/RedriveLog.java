package io.latchkey.operations.dlt;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Of every dead letter that was redriven, when it last was, and how often. */
final class RedriveLog {

    private final Map<DeadLetter.Identity, Last> redriven = new HashMap<>();

    private record Last(Instant time, int attempt) {

        Last and(Last other) {
            return new Last(time.isAfter(other.time) ? time : other.time, Math.max(attempt, other.attempt));
        }
    }

    static RedriveLog of(Installation installation) {
        var log = new RedriveLog();
        installation.redrives(log::add);
        return log;
    }

    void add(Redriven record) {
        redriven.merge(record.deadLetter(), new Last(record.place().time(), record.attempt()), Last::and);
    }

    /** By the brokers' clocks. */
    boolean redrivenAfter(DeadLetter letter) {
        var last = redriven.get(letter.identity());
        return last != null && !last.time().isBefore(letter.place().time());
    }

    int nextAttempt(DeadLetter letter) {
        var last = redriven.get(letter.identity());
        return Math.max(letter.attempt(), last == null ? 0 : last.attempt()) + 1;
    }
}
