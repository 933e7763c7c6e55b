package io.latchkey.notification.queue;

import io.latchkey.notification.delivery.Cause;
import io.latchkey.notification.delivery.Message;
import java.util.UUID;

/** What a record of the log asks for. */
public sealed interface Request {

    /** The notification concerned. */
    UUID id();

    Cause cause();

    record Send(Message message) implements Request {
        @Override
        public UUID id() {
            return message.id();
        }

        @Override
        public Cause cause() {
            return message.cause();
        }
    }

    record Cancel(UUID id, Cause cause) implements Request {}
}
