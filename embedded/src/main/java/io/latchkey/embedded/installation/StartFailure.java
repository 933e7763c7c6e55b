package io.latchkey.embedded.installation;

/** What keeps an installation from starting and can be mended by who started it; the message is one line for him. */
public final class StartFailure extends RuntimeException {

    public StartFailure(String message) {
        super(message);
    }

    StartFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
