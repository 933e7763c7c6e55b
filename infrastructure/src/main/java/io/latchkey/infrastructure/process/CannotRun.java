package io.latchkey.infrastructure.process;

import org.jspecify.annotations.Nullable;

/** A test of processes cannot go on, which says nothing about what it tests; one line for the person at the terminal. */
public final class CannotRun extends RuntimeException {

    public CannotRun(String message) {
        this(message, null);
    }

    public CannotRun(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
