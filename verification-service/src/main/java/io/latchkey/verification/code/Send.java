package io.latchkey.verification.code;

import java.time.Instant;

/**
 * A code that was sent, or would have been had its destination not got too many.
 *
 * @param destination the keyed hash
 * @param answered whether the person proved the method or spent its last guess since; a cooldown has no point then
 */
public record Send(MethodKind kind, Opaque destination, Instant at, boolean answered) {

    static Send of(Method method, Instant at) {
        return new Send(method.kind(), method.destination().hash(), at, false);
    }

    boolean to(Method method) {
        return kind == method.kind() && destination.equals(method.destination().hash());
    }

    Send answer() {
        return new Send(kind, destination, at, true);
    }
}
