package io.latchkey.registration.question;

/** Why answers are refused: stable for programs, with a sentence for people. */
public enum AnswerFault {
    UNREADABLE_FIELD("A protected field could not be read. Try again from the start."),
    INVALID_FIELD("A field is missing, empty, too long or out of range."),
    TOO_FEW_ANSWERS("More questions must be answered."),
    TOO_MANY_ANSWERS("At most 10 questions can be answered."),
    QUESTION_NOT_OFFERED("This question is not offered here."),
    QUESTION_REPEATED("Choose each question once."),
    ANSWER_TOO_SHORT("An answer must have at least 3 characters."),
    ANSWER_TOO_LONG("An answer must have at most 40 characters."),
    ANSWER_TOO_COMMON("This answer is too easy to guess."),
    ANSWER_IN_QUESTION("An answer must not be part of its question."),
    ANSWER_REPEATED("Give each question an answer of its own.");

    private final String message;

    AnswerFault(String message) {
        this.message = message;
    }

    /** What a portal can show; the same for every value of the command. */
    public String message() {
        return message;
    }
}
