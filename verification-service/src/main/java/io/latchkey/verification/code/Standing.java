package io.latchkey.verification.code;

/**
 * What registration last told of the account itself.
 *
 * @param generation 0 while unknown
 * @param enabled whether it may get codes and prove anything
 */
public record Standing(long generation, boolean enabled) {

    /** A method may come without its account, where the log has forgotten that. */
    static final Standing UNKNOWN = new Standing(0, true);

    /** After a restore, registration may tell of an older generation again. */
    boolean outdates(Standing told) {
        return told.generation < generation;
    }

    /** Whether another account was told of than the one known so far. */
    boolean succeededBy(Standing told) {
        return generation > 0 && told.generation > generation;
    }
}
