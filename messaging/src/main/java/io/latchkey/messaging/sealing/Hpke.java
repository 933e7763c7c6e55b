package io.latchkey.messaging.sealing;

import com.google.crypto.tink.Key;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.hybrid.HpkeParameters;
import com.google.crypto.tink.hybrid.HpkeParameters.AeadId;
import com.google.crypto.tink.hybrid.HpkeParameters.KdfId;
import com.google.crypto.tink.hybrid.HpkeParameters.KemId;
import com.google.crypto.tink.hybrid.HpkeParameters.Variant;
import com.google.crypto.tink.hybrid.HybridConfig2026;
import java.security.GeneralSecurityException;

/** The one HPKE suite in use (RFC 9180, base mode), without Tink's output prefix, so that any language can do it. */
final class Hpke {

    static final HpkeParameters SUITE = suite();

    /** Encapsulated key (32 bytes), encrypted data key (32 bytes), tag (16 bytes). */
    static final int WRAPPED_KEY_SIZE = 32 + DataKey.SIZE + 16;

    private static final String LABEL = "latchkey sealing v1";

    private Hpke() {}

    /** HPKE's {@code info}: what a wrapped key is for, so that it is good for nothing else. */
    static byte[] info(String recipientKeyId) {
        return LengthPrefixed.of(LABEL, recipientKeyId);
    }

    /** One key's own primitive: each key has an {@code info} of its own, so a keyset's primitive would not do. */
    static <P> P primitive(Key key, Class<P> type) throws GeneralSecurityException {
        return KeysetHandle.newBuilder()
                .addEntry(KeysetHandle.importKey(key).withRandomId().makePrimary())
                .build()
                .getPrimitive(HybridConfig2026.get(), type);
    }

    private static HpkeParameters suite() {
        try {
            return HpkeParameters.builder()
                    .setKemId(KemId.DHKEM_X25519_HKDF_SHA256)
                    .setKdfId(KdfId.HKDF_SHA256)
                    .setAeadId(AeadId.AES_256_GCM)
                    .setVariant(Variant.NO_PREFIX)
                    .build();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
