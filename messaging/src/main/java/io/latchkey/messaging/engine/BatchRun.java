package io.latchkey.messaging.engine;

/**
 * The work on one polled batch, one action at a time. To stop between two actions, for ever, is a crash: it loses and
 * doubles nothing.
 */
@FunctionalInterface
public interface BatchRun {

    /**
     * Does the next action.
     *
     * @return whether another one remains
     * @throws OutageException if something did not answer; the same action may be tried again by calling this again
     */
    boolean step();

    /** It will not be stepped any more although actions remain; gives back what the process holds for it. */
    default void abandoned() {}
}
