package io.latchkey.notification.delivery;

/** What a message is for. */
public enum Purpose {
    CODE,
    NOTICE,
    REMINDER
}
