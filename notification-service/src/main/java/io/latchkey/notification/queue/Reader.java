package io.latchkey.notification.queue;

import io.latchkey.messaging.engine.DeadLetterReason;
import io.latchkey.messaging.engine.InputRecord;
import java.util.List;

/** Understands records. */
@FunctionalInterface
public interface Reader {

    /** @throws io.latchkey.messaging.engine.OutageException if the registry does not answer */
    Reading read(InputRecord input);

    /** What a record means. */
    sealed interface Reading {

        /** Requests in order; none for a record that nobody need be told of. */
        record Requests(List<Request> requests) implements Reading {}

        /** A dead letter; the detail holds nothing of the content. */
        record Undecodable(DeadLetterReason reason, String detail) implements Reading {}
    }
}
