package io.latchkey.notification.queue;

import io.latchkey.notification.delivery.Answer;
import io.latchkey.notification.delivery.Notification.Started;

/** Makes the one provider call of an attempt. May take long. */
@FunctionalInterface
public interface Sender {

    /** Whatever goes wrong is an answer. */
    Answer send(Started attempt);
}
