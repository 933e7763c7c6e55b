package io.latchkey.registration.question;

/**
 * All that is kept of an answer. Prints as {@code •••}.
 *
 * @param phc how it was made, salt and hash, in the PHC string format
 */
public record AnswerHash(String phc) {
    @Override
    public String toString() {
        return "•••";
    }
}
