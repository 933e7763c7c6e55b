package io.latchkey.verification.code;

/**
 * Where codes of a method go.
 *
 * @param hash keyed by registration, equal for equal destinations of a tenant
 * @param mask what may be shown: fixed length, at most two characters of the value
 */
public record Destination(SealedDestination sealed, Opaque hash, String mask) {}
