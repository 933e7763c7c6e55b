package io.latchkey.registration.question;

/** One answer after the prepare step. */
public sealed interface PreparedAnswer {

    /** @param answer for the rules that need it; only the hash may become part of a state or an outcome */
    record Hashed(QuestionId question, Answer answer, AnswerHash hash) implements PreparedAnswer {}

    record Faulty(QuestionId question, AnswerFault fault) implements PreparedAnswer {}

    /** Answers nothing that could be a question. */
    record Unasked() implements PreparedAnswer {}
}
