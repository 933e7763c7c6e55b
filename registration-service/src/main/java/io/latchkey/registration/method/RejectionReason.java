package io.latchkey.registration.method;

/** Why a command is refused: stable for programs, with a sentence for people. */
public enum RejectionReason {
    UNKNOWN_ACCOUNT("This account is not known yet. Try again in a moment.", true),
    ACCOUNT_DISABLED("This account is disabled.", false),
    UNKNOWN_METHOD("The account has no such proven method.", false),
    METHOD_NOT_OFFERED("This kind of method is not offered here.", false),
    INVALID_PHONE_NUMBER("This is not a phone number. Enter it with its country code, such as +1 4255550100.", false),
    UNSUPPORTED_PHONE_NUMBER("This phone number cannot receive text messages.", false),
    INVALID_EMAIL_ADDRESS("This is not an email address that mail can be sent to.", false),
    SIGN_IN_ADDRESS("Use another address than the one you sign in with.", false),
    UNREADABLE_FIELD("A protected field could not be read. Try again from the start.", false),
    INVALID_FIELD("A field is missing, empty, too long or out of range.", false),
    COMMAND_ID_REUSED("This command id was used before with other content.", false),
    RATE_LIMITED("Too many requests for this account. Try again later.", true);

    private final String message;
    private final boolean retriable;

    RejectionReason(String message, boolean retriable) {
        this.message = message;
        this.retriable = retriable;
    }

    String message() {
        return message;
    }

    boolean retriable() {
        return retriable;
    }
}
