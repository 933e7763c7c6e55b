package io.latchkey.operations.accounts;

import io.latchkey.messaging.sealing.LengthPrefixed;
import java.nio.ByteBuffer;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Names the commands of one import: an id is a keyed hash of what the command says, so that the same line is the same
 * command however often it is sent, and a changed one is another. It is keyed because ids are public: whoever sees one
 * could otherwise try all phone numbers. It is new for every import, so that a value which returns to what it was is a
 * new command too.
 */
final class BatchKey {

    private static final int SIZE = 32;
    private static final String ALGORITHM = "HmacSHA256";

    private final byte[] bytes;
    private final Mac mac;

    private BatchKey(byte[] bytes) {
        this.bytes = bytes;
        try {
            mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(bytes, ALGORITHM));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }

    static BatchKey random() {
        var bytes = new byte[SIZE];
        new SecureRandom().nextBytes(bytes);
        return new BatchKey(bytes);
    }

    /** @throws IllegalArgumentException unless it is one */
    static BatchKey parse(String hex) {
        var bytes = HexFormat.of().parseHex(hex);
        if (bytes.length != SIZE) {
            throw new IllegalArgumentException("a batch key has 32 bytes");
        }
        return new BatchKey(bytes);
    }

    /** For the checkpoint alone. */
    String hex() {
        return HexFormat.of().formatHex(bytes);
    }

    /** A name-based id of version 8 (RFC 9562, 5.8). One thread at a time. */
    UUID id(String... content) {
        var hash = ByteBuffer.wrap(mac.doFinal(LengthPrefixed.of(content)));
        long most = (hash.getLong() & ~0xF000L) | 0x8000L;
        long least = (hash.getLong() & ~(3L << 62)) | (2L << 62);
        return new UUID(most, least);
    }

    @Override
    public String toString() {
        return "BatchKey[•••]";
    }
}
