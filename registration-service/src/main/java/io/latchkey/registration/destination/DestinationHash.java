package io.latchkey.registration.destination;

/**
 * Stands for a destination where limits are counted.
 *
 * @param hex of a keyed hash; equal for equal destinations of one tenant, unrelated between tenants
 */
public record DestinationHash(String hex) {}
