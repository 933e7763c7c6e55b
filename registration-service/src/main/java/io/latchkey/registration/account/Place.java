package io.latchkey.registration.account;

/**
 * Where a person is at home.
 *
 * @param region ISO 3166-1 alpha-2
 * @param locale BCP 47
 * @param timeZone IANA
 */
public record Place(String region, String locale, String timeZone) {}
