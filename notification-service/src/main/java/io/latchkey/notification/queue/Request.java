package io.latchkey.notification.queue;

import io.latchkey.notification.delivery.Cause;
import io.latchkey.notification.delivery.Message;
import io.latchkey.notification.delivery.Remembered;
import java.util.UUID;

/** What a record of the log asks for. */
public sealed interface Request {

    /** Concerns one notification. */
    sealed interface OfNotification extends Request {

        UUID id();

        Cause cause();
    }

    record Send(Message message) implements OfNotification {
        @Override
        public UUID id() {
            return message.id();
        }

        @Override
        public Cause cause() {
            return message.cause();
        }
    }

    record Cancel(UUID id, Cause cause) implements OfNotification {}

    /** Makes messages of an account pointless, those yet to come too. */
    record Remember(Remembered learned) implements Request {}
}
