package io.latchkey.embedded.demo;

/** The story did not go as it should. The message says what differed, and holds no personal value. */
final class Difference extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Difference(String message) {
        super(message);
    }
}
