package io.latchkey.bench.floor;

import io.latchkey.messaging.sealing.LengthPrefixed;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A keyed hash over texts. For one thread. */
final class Secret {

    private static final String ALGORITHM = "HmacSHA256";

    private final Mac mac;

    private Secret(Mac mac) {
        this.mac = mac;
    }

    static Secret of(byte[] key) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return new Secret(mac);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    byte[] hash(String... parts) {
        return mac.doFinal(LengthPrefixed.of(parts));
    }
}
