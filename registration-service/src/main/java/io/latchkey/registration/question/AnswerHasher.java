package io.latchkey.registration.question;

import java.util.UUID;

/** Pure functions with a secret, slow on purpose: for the prepare step, never for a decision. Thread-safe. */
public interface AnswerHasher {

    /**
     * The same arguments always give the same hash, so that preparing a record again gives an equal result.
     *
     * @param commandId of the command that brings the answer: another registration gets another salt
     */
    AnswerHash hash(Answer answer, AnswerBinding binding, UUID commandId);

    /** Compares in constant time, whatever parameters the hash was made with. */
    boolean matches(Answer answer, AnswerBinding binding, AnswerHash hash);
}
