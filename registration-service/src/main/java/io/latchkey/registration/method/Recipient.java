package io.latchkey.registration.method;

/**
 * Somebody who is told of an event.
 *
 * @param locale BCP 47
 */
public record Recipient(MethodId methodId, Channel channel, Destination destination, String locale) {}
