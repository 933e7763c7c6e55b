package io.latchkey.registration.question;

import io.latchkey.messaging.decision.Opened;

/** As it stands in the command, opened and not yet looked at. */
public record SubmittedAnswer(String questionId, Opened answer) {}
