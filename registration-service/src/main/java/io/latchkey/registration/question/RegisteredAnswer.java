package io.latchkey.registration.question;

/** A question that an account can be asked, and what its answer is checked against. */
public record RegisteredAnswer(QuestionId question, AnswerHash hash) {}
