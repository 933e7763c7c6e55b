package io.latchkey.registration.method;

import io.latchkey.registration.destination.Channel;
import io.latchkey.registration.destination.Destination;

/**
 * Somebody who is told of an event.
 *
 * @param locale BCP 47
 * @param timeZone IANA
 */
public record Recipient(MethodId methodId, Channel channel, Destination destination, String locale, String timeZone) {}
