package io.latchkey.messaging.engine;

import io.latchkey.messaging.decision.Randomness;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secret of one service from which randomness and content hashes are derived with HMAC-SHA256. All instances of a
 * service share it: with another secret, a record decided again would be decided differently.
 */
public final class EngineSecret {

    private static final String ALGORITHM = "HmacSHA256";
    private static final byte RANDOMNESS = 1;
    private static final byte CONTENT = 2;
    private static final int CONTENT_HASH_BYTES = 16;

    private final SecretKeySpec key;

    /** @param key 32 bytes (256 bits, NIST SP 800-63B-4) */
    public EngineSecret(byte[] key) {
        if (key.length != 32) {
            throw new IllegalArgumentException("the engine's secret has 32 bytes");
        }
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    /** Values that are the same whenever the record at this place is decided. */
    Randomness randomness(InputRecord record) {
        return ordinal -> hmac(RANDOMNESS, Ids.place(record, ordinal));
    }

    /** A keyed hash of a command's canonical content, so that the document does not give away short contents. */
    byte[] contentHash(byte[] content) {
        return Arrays.copyOf(hmac(CONTENT, content), CONTENT_HASH_BYTES);
    }

    private byte[] hmac(byte use, byte[] message) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(use);
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    /** Never shows the key. */
    @Override
    public String toString() {
        return "EngineSecret[•••]";
    }
}
