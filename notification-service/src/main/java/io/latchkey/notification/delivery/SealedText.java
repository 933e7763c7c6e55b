package io.latchkey.notification.delivery;

import java.util.Arrays;

/** A personal value exactly as its sender sealed it; opened only in order to send. */
public record SealedText(String keyId, byte[] wrappedKey, byte[] ciphertext) {

    /** What is left where nothing is to be sent any more; no key opens it. */
    public static final SealedText NONE = new SealedText("", new byte[0], new byte[0]);

    @Override
    public boolean equals(Object other) {
        return other instanceof SealedText that
                && keyId.equals(that.keyId)
                && Arrays.equals(wrappedKey, that.wrappedKey)
                && Arrays.equals(ciphertext, that.ciphertext);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * keyId.hashCode() + Arrays.hashCode(wrappedKey)) + Arrays.hashCode(ciphertext);
    }

    @Override
    public String toString() {
        return "•••";
    }
}
