package io.latchkey.registration.method;

import io.latchkey.registration.destination.Channel;
import io.latchkey.registration.destination.Destination;

/**
 * Somebody who is told of an event.
 *
 * @param locale BCP 47
 */
public record Recipient(MethodId methodId, Channel channel, Destination destination, String locale) {}
