package io.latchkey.verification.code;

/** What is kept of a code. It names the pepper that it was made with, so that peppers can rotate while codes live. */
public record CodeHash(Opaque value) {}
