package io.latchkey.verification.code;

/** A number or address as registration sealed it for notification; verification hands it on and cannot read it. */
public record SealedDestination(String recipientKeyId, Opaque wrappedKey, Opaque ciphertext) {}
