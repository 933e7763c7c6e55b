package io.latchkey.notification.queue;

import io.latchkey.notification.delivery.Notification;

/**
 * A notification as the store holds it.
 *
 * @param version 1 for the first write, then one more with each
 */
public record Stored<N extends Notification>(N notification, long version) {

    public static <N extends Notification> Stored<N> first(N notification) {
        return new Stored<>(notification, 1);
    }

    <M extends Notification> Stored<M> next(M changed) {
        return new Stored<>(changed, version + 1);
    }
}
