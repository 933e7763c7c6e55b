package io.latchkey.registration.question;

import io.latchkey.messaging.decision.AggregateKey;

/** What a hash is bound to: it matches nowhere else. */
public record AnswerBinding(AggregateKey account, QuestionId question) {}
