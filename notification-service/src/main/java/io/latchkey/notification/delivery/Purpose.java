package io.latchkey.notification.delivery;

/** What a message is for. */
public enum Purpose {
    CODE,
    NOTICE,
    REMINDER,
    /** Tells an administrator that somebody asks for help. */
    ADMINISTRATOR
}
