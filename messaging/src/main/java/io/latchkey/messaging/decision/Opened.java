package io.latchkey.messaging.decision;

/** A sealed field after the attempt to open it. That it could not be opened is for the decision to refuse. */
public sealed interface Opened {

    /** The text that was sealed. */
    record Readable(String value) implements Opened {

        /** Never shows the value. */
        @Override
        public String toString() {
            return "•••";
        }
    }

    /** Made for another account, command, purpose or recipient, with an unknown key, or not UTF-8. */
    record Unreadable() implements Opened {}
}
