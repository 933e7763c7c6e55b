package io.latchkey.registration.method;

import io.latchkey.registration.question.AnswerFault;

/** Why a command is refused: stable for programs, with a sentence for people. */
public enum RejectionReason {
    UNKNOWN_ACCOUNT("This account is not known yet. Try again in a moment.", true),
    ACCOUNT_DISABLED("This account is disabled.", false),
    UNKNOWN_METHOD("The account has no such method.", false),
    METHOD_NOT_OFFERED("This kind of method is not offered here.", false),
    INVALID_PHONE_NUMBER("This is not a phone number. Enter it with its country code, such as +1 4255550100.", false),
    UNSUPPORTED_PHONE_NUMBER("A code cannot reach this phone number.", false),
    INVALID_EMAIL_ADDRESS("This is not an email address that mail can be sent to.", false),
    SIGN_IN_ADDRESS("Use another address than the one you sign in with.", false),
    UNREADABLE_FIELD("A protected field could not be read. Try again from the start.", false),
    INVALID_FIELD("A field is missing, empty, too long or out of range.", false),
    COMMAND_ID_REUSED("This command id was used before with other content.", false),
    RATE_LIMITED("Too many requests for this account. Try again later.", true),
    COUNTRY_NOT_ALLOWED("Phone numbers of this country cannot be used here.", false),
    REGISTRATION_INCOMPLETE("Something is still missing.", false),
    QUESTION_NOT_OFFERED(AnswerFault.QUESTION_NOT_OFFERED),
    QUESTION_REPEATED(AnswerFault.QUESTION_REPEATED),
    ANSWER_REPEATED(AnswerFault.ANSWER_REPEATED),
    ANSWER_TOO_SHORT(AnswerFault.ANSWER_TOO_SHORT),
    ANSWER_TOO_LONG(AnswerFault.ANSWER_TOO_LONG),
    ANSWER_IN_QUESTION(AnswerFault.ANSWER_IN_QUESTION),
    ANSWER_TOO_COMMON(AnswerFault.ANSWER_TOO_COMMON),
    TOO_FEW_ANSWERS(AnswerFault.TOO_FEW_ANSWERS),
    TOO_MANY_ANSWERS(AnswerFault.TOO_MANY_ANSWERS),
    HELPDESK_INSTEAD("Ask the helpdesk.", false),
    NO_ADMINISTRATOR("There is no administrator to write to.", false);

    private final String message;
    private final boolean retriable;

    RejectionReason(String message, boolean retriable) {
        this.message = message;
        this.retriable = retriable;
    }

    /** Of answers: never retriable, told as the rule about them words it. */
    RejectionReason(AnswerFault fault) {
        this(fault.message(), false);
    }

    String message() {
        return message;
    }

    boolean retriable() {
        return retriable;
    }
}
