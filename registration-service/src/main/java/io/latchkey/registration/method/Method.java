package io.latchkey.registration.method;

import io.latchkey.registration.destination.Channel;
import io.latchkey.registration.destination.Destination;
import io.latchkey.registration.policy.MethodKind;
import java.time.Instant;

/** Something that was registered or put down, proven or not. Its kind and its destination agree. */
public record Method(
        MethodId id, MethodKind kind, Channel channel, Destination destination, Instant registeredAt, Origin origin) {

    /** Of the person's own. */
    public Method(MethodId id, MethodKind kind, Channel channel, Destination destination, Instant registeredAt) {
        this(id, kind, channel, destination, registeredAt, Origin.PERSON);
    }

    boolean reachesSameAs(Method other) {
        return destination.canonical().equals(other.destination.canonical());
    }

    boolean sameAs(Method other) {
        return kind == other.kind && channel == other.channel && reachesSameAs(other);
    }

    /** Whether this says nothing new beside a method that waits: people choose themselves how a number reaches them. */
    boolean addsNothingTo(Method waiting) {
        return waiting.prepopulated() ? sameAs(waiting) : kind == waiting.kind && reachesSameAs(waiting);
    }

    boolean prepopulated() {
        return origin == Origin.ADMINISTRATOR;
    }

    /** The same, to be proven under another id. Neither younger nor more trusted than before. */
    Method again(MethodId another) {
        return new Method(another, kind, channel, destination, registeredAt, origin);
    }
}
