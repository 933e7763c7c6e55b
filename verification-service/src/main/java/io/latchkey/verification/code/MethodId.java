package io.latchkey.verification.code;

import java.util.UUID;

/** Names one registration of a method; registering the same number again makes another. */
public record MethodId(UUID value) {}
