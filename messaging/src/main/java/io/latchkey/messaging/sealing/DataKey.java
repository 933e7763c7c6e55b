package io.latchkey.messaging.sealing;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.AesGcmJce;
import com.google.crypto.tink.subtle.Random;
import java.security.GeneralSecurityException;
import java.util.Optional;

/**
 * A key for fields: AES-256-GCM with a random nonce for each. Encrypted bytes are the nonce (12 bytes), the ciphertext
 * and the tag (16 bytes). Thread-safe.
 */
public final class DataKey {

    public static final int SIZE = 32;

    private final Aead aead;

    /** @throws IllegalArgumentException unless there are 32 bytes */
    public DataKey(byte[] bytes) {
        if (bytes.length != SIZE) {
            throw new IllegalArgumentException("a data key has 32 bytes");
        }
        try {
            this.aead = new AesGcmJce(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JVM has no AES-GCM", e);
        }
    }

    /** The bytes of a new key. */
    public static byte[] random() {
        return Random.randBytes(SIZE);
    }

    public byte[] encrypt(byte[] plaintext, byte[] associatedData) {
        try {
            return aead.encrypt(plaintext, associatedData);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM refused to encrypt", e);
        }
    }

    /** Empty where the bytes were not made by this key and this associated data. */
    public Optional<byte[]> decrypt(byte[] encrypted, byte[] associatedData) {
        try {
            return Optional.of(aead.decrypt(encrypted, associatedData));
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    /** Never shows the key. */
    @Override
    public String toString() {
        return "DataKey[•••]";
    }
}
