package io.latchkey.operations.terminal;

/** What the operator can mend; the message is one line that says what is wrong, where, and what to do. */
public final class OperatorFailure extends RuntimeException {

    public OperatorFailure(String message) {
        super(message);
    }

    public OperatorFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
