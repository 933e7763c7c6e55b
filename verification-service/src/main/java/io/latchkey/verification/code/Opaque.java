package io.latchkey.verification.code;

import java.security.MessageDigest;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Bytes that are kept and compared, and neither read nor shown. */
public record Opaque(byte[] bytes) {

    public Opaque {
        bytes = bytes.clone();
    }

    @Override
    public byte[] bytes() {
        return bytes.clone();
    }

    /** In constant time for equal lengths. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Opaque that && MessageDigest.isEqual(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "•••";
    }
}
