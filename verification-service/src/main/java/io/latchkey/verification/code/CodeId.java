package io.latchkey.verification.code;

import java.util.UUID;

/** Names one code for portals and for notification; says nothing about its digits. */
public record CodeId(UUID value) {}
