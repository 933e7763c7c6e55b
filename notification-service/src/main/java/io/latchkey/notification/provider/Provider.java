package io.latchkey.notification.provider;

import io.latchkey.notification.delivery.Answer;

/**
 * Somebody who carries messages. Cross-cutting concerns wrap: {@code new MeasuredProvider<>(new LimitedProvider<>(…))}.
 *
 * @param <L> what it carries
 */
public interface Provider<L extends Letter> {

    /** Stable, for events and metrics. */
    String name();

    /**
     * Makes one call. Whatever goes wrong is an answer; {@link Answer.Lost} wherever the provider may have the message
     * although it did not say so.
     */
    Answer send(L letter);
}
