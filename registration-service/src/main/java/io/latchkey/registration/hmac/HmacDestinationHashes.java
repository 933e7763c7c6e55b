package io.latchkey.registration.hmac;

import io.latchkey.messaging.sealing.LengthPrefixed;
import io.latchkey.registration.destination.Destination;
import io.latchkey.registration.destination.DestinationHash;
import io.latchkey.registration.destination.DestinationHashes;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA256 over tenant and destination: whoever lacks the key can neither guess numbers nor compare tenants. */
public final class HmacDestinationHashes implements DestinationHashes {

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    /** @param key 32 bytes */
    public HmacDestinationHashes(byte[] key) {
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    @Override
    public DestinationHash hash(String tenantId, Destination destination) {
        var message = LengthPrefixed.of(tenantId, destination.canonical());
        return new DestinationHash(HexFormat.of().formatHex(hmac(message)));
    }

    private byte[] hmac(byte[] message) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }
}
