package io.latchkey.notification.queue;

import io.latchkey.notification.delivery.Answer;
import io.latchkey.notification.delivery.Notification.Finished;
import io.latchkey.notification.delivery.Notification.Started;
import java.util.Collection;

/**
 * Takes what one step leaves for another. Never blocks. What it loses in a crash is found in the store again when its
 * lease has run out.
 */
public interface Desk {

    /** To be sent, in a place that is held for it. */
    void send(Stored<Started> attempt);

    /** To be recorded; the place is free again. */
    void answered(Answered answered);

    /** To be told. */
    void finished(Collection<Finished> ends);

    /** What came of an attempt. */
    record Answered(Stored<Started> attempt, Answer answer) {}
}
