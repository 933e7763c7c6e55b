package io.latchkey.notification.delivery;

/** Why no provider takes a message; stable, for programs. */
public enum Reason {
    /** The provider says that there is no such destination. */
    INVALID_DESTINATION,
    /** The provider does not send to this destination. */
    BLOCKED_DESTINATION,
    /** The provider refuses without a reason that is known here. */
    REFUSED,
    /** A sealed value cannot be opened. */
    UNREADABLE,
    /** Nobody sends by this channel. */
    NO_PROVIDER
}
