package io.latchkey.registration.method;

import io.latchkey.registration.destination.Channel;
import io.latchkey.registration.destination.Destination;
import io.latchkey.registration.policy.MethodKind;
import java.time.Instant;

/** Something that was registered, proven or not. Its kind and its destination agree. */
public record Method(MethodId id, MethodKind kind, Channel channel, Destination destination, Instant registeredAt) {

    boolean reachesSameAs(Method other) {
        return destination.canonical().equals(other.destination.canonical());
    }
}
