package io.latchkey.notification.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** Version 5 UUIDs (RFC 9562): the same name always gives the same id. */
final class NameUuid {

    /** Where reminders are named. */
    static final UUID REMINDERS = UUID.fromString("0e2e6a7c-5d0b-4f6e-9a55-2f3b8c1d7a40");

    private NameUuid() {}

    static UUID of(UUID namespace, String name) {
        var hash = ByteBuffer.wrap(sha1(namespace, name));
        long high = (hash.getLong() & 0xffffffffffff0fffL) | 0x0000000000005000L;
        long low = (hash.getLong() & 0x3fffffffffffffffL) | 0x8000000000000000L;
        return new UUID(high, low);
    }

    private static byte[] sha1(UUID namespace, String name) {
        try {
            var digest = MessageDigest.getInstance("SHA-1");
            digest.update(ByteBuffer.allocate(16)
                    .putLong(namespace.getMostSignificantBits())
                    .putLong(namespace.getLeastSignificantBits())
                    .flip());
            return digest.digest(name.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }
}
