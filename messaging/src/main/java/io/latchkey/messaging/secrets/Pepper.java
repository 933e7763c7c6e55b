package io.latchkey.messaging.secrets;

import com.google.crypto.tink.Mac;
import java.security.GeneralSecurityException;

/**
 * A secret that is kept apart from the hashes it protects: without it six digits would be found by trying a million.
 * HMAC-SHA256; a hash names the pepper it was made with, so that older ones still match after a rotation.
 */
public final class Pepper {

    private final Mac mac;

    Pepper(Mac mac) {
        this.mac = mac;
    }

    /** With the newest pepper: its id (5 bytes), then the HMAC (32 bytes). */
    public byte[] hash(byte[] content) {
        try {
            return mac.computeMac(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JVM has no HMAC-SHA256", e);
        }
    }

    /** In constant time; false also where the pepper of the hash is no longer there. */
    public boolean matches(byte[] hash, byte[] content) {
        try {
            mac.verifyMac(hash, content);
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
