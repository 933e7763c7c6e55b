package io.latchkey.registration.destination;

import io.latchkey.messaging.decision.Mask;

/** Where a code is sent, normalised. Prints as {@code •••}. */
public sealed interface Destination permits PhoneNumber, EmailAddress {
    /** What messages are sent to. */
    String value();

    /** Equal for everything that reaches the same person: the form that is compared and hashed. */
    String canonical();

    /** What may be shown. */
    Mask mask();
}
