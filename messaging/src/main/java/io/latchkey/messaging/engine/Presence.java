package io.latchkey.messaging.engine;

/**
 * Whether this process may still take itself for the one that works on its partitions. A process that was away for longer
 * has been replaced, and finds out later: until it was heard of again it tells nobody what a state is.
 */
public interface Presence {

    /** Nobody has taken this process's place until now. */
    void confirm();

    /** Asked directly before something is produced that only the latest may say. */
    boolean confirmed();

    /** Of a process that nobody replaces. */
    static Presence always() {
        return new Presence() {
            @Override
            public void confirm() {}

            @Override
            public boolean confirmed() {
                return true;
            }
        };
    }
}
