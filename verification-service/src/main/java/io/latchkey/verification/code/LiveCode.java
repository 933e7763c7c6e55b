package io.latchkey.verification.code;

import java.time.Instant;

/** The one code of a method that can prove it. */
public record LiveCode(CodeId id, CodeHash hash, Instant expiresAt) {

    boolean expired(Instant now) {
        return !now.isBefore(expiresAt);
    }
}
