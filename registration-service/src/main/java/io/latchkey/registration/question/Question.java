package io.latchkey.registration.question;

/** A question as a person reads it. */
public record Question(QuestionId id, String text) {}
