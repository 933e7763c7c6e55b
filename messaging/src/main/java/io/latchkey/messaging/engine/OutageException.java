package io.latchkey.messaging.engine;

/**
 * Something the engine depends on does not answer: paused and retried for ever, never a dead letter. The message names
 * the dependency and holds no personal value.
 */
public class OutageException extends RuntimeException {

    public OutageException(String message) {
        super(message);
    }

    public OutageException(String message, Throwable cause) {
        super(message, cause);
    }
}
