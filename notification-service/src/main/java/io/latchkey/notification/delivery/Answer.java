package io.latchkey.notification.delivery;

import java.time.Duration;

/** What came of an attempt. All but {@link Lost} are definite: it is certain whether the provider has the message. */
public sealed interface Answer {

    /** The provider has the message. */
    record Accepted() implements Answer {}

    /** The provider does not have the message and never will. */
    record Refused(Reason reason) implements Answer {}

    /**
     * The provider does not have the message, and may take it later.
     *
     * @param atLeast how long it asks to be left alone; zero where it does not say
     */
    record RetryAfter(Duration atLeast) implements Answer {}

    /** Nobody knows whether the provider has the message. */
    record Lost() implements Answer {}

    /** No provider was called and none ever can be. */
    record Unsendable(Reason reason) implements Answer {}

    /** No provider was called, because the message had become pointless when somebody looked for the last time. */
    record Pointless(Cause cause) implements Answer {}

    /** No provider was called, because the lease had become too short for it. */
    record NotCalled() implements Answer {}
}
