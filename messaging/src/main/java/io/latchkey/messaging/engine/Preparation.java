package io.latchkey.messaging.engine;

/**
 * The costly part of reading a record, done in a bounded pool for what is new: opens seals, normalises, hashes answers.
 * Repeating it gives an equal result.
 */
@FunctionalInterface
public interface Preparation<C> {

    /** @throws OutageException if something it needs does not answer */
    Prepared<C> prepare();

    /**
     * @param content the command's canonical content, opened destinations included, answers and codes left out; two
     *     commands with one id and different content are told apart by it
     */
    record Prepared<C>(C command, byte[] content) {

        /** Never shows the content. */
        @Override
        public String toString() {
            return "Prepared[•••]";
        }
    }
}
