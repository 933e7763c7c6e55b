package io.latchkey.crashtest.checker;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Says whether bytes are the same without keeping them. */
public final class Digest {

    private Digest() {}

    public static String of(byte @Nullable [] bytes) {
        return HexFormat.of().formatHex(sha256().digest(bytes == null ? new byte[0] : bytes), 0, 12);
    }

    public static String of(String text) {
        return of(text.getBytes(UTF_8));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
