package io.latchkey.registration.web;

import io.latchkey.registration.policy.MethodKind;
import java.time.Instant;
import java.util.UUID;

/**
 * A full value. Prints as {@code •••}.
 *
 * @param revealId of the entry in {@code reveals}
 * @param value a number in E.164, with {@code ;ext=} and the extension where it has one, or an email address
 */
record RevealView(UUID revealId, UUID methodId, MethodKind kind, String value, Instant revealedAt) {
    @Override
    public String toString() {
        return "•••";
    }
}
