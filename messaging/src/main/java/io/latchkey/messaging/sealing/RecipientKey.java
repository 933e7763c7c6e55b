package io.latchkey.messaging.sealing;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.HybridEncrypt;
import com.google.crypto.tink.hybrid.HpkePublicKey;
import com.google.crypto.tink.util.Bytes;
import java.security.GeneralSecurityException;

/**
 * A public key to seal with.
 *
 * @param keyId goes into {@code Sealed.recipientKeyId}
 * @param publicKey the 32 bytes of an X25519 public key
 */
public record RecipientKey(String keyId, Bytes publicKey) {

    private static final int SIZE = 32;

    public RecipientKey {
        if (publicKey.size() != SIZE) {
            throw new IllegalArgumentException("an X25519 public key has 32 bytes");
        }
    }

    public Fingerprint fingerprint() {
        return Fingerprint.of(publicKey.toByteArray());
    }

    /**
     * Wraps a data key so that only the holder of the private key can use it.
     *
     * @throws IllegalArgumentException if the public key is no useful point, such as all zeros
     */
    byte[] wrap(byte[] dataKey) {
        try {
            return encryption().encrypt(dataKey, Hpke.info(keyId));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("public key " + keyId + " cannot be used", e);
        }
    }

    @AccessesPartialKey
    private HybridEncrypt encryption() throws GeneralSecurityException {
        return Hpke.primitive(HpkePublicKey.create(Hpke.SUITE, publicKey, null), HybridEncrypt.class);
    }
}
