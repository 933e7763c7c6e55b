package io.latchkey.operations.dlt;

/** What the operator can mend; the message is one line that says what is wrong, where, and what to do. */
public final class OperatorFailure extends RuntimeException {

    OperatorFailure(String message) {
        super(message);
    }

    OperatorFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
