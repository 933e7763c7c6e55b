package io.latchkey.crashtest.launcher;

import static io.latchkey.crashtest.fault.HaltingPoint.BETWEEN_ANSWER_AND_RECORD;
import static io.latchkey.crashtest.fault.HaltingPoint.BETWEEN_STARTED_AND_CALL;

import io.latchkey.notification.delivery.Answer;
import io.latchkey.notification.delivery.Notification.Started;
import io.latchkey.notification.queue.Sender;

/** The one call of an attempt. */
record HaltingSender(Sender sender, HaltSwitch halt) implements Sender {

    @Override
    public Answer send(Started attempt) {
        halt.passing(BETWEEN_STARTED_AND_CALL);
        var answer = sender.send(attempt);
        halt.passing(BETWEEN_ANSWER_AND_RECORD);
        return answer;
    }
}
