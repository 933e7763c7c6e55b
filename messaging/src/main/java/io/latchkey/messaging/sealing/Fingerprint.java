package io.latchkey.messaging.sealing;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The SHA-256 of a public key's bytes, for people to compare: 16 groups of four hexadecimal digits.
 *
 * @param value the groups, in lower case, separated by blanks
 */
public record Fingerprint(String value) {

    private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern NOT_LAST_GROUP = Pattern.compile("(.{4})(?!$)");

    static Fingerprint of(byte[] publicKey) {
        return parse(HexFormat.of().formatHex(sha256(publicKey)));
    }

    /**
     * Reads what a person wrote: blanks, colons, dashes and the case do not matter.
     *
     * @throws IllegalArgumentException unless it has 64 hexadecimal digits
     */
    public static Fingerprint parse(String text) {
        var digits = text.replaceAll("[\\s:-]", "").toLowerCase(Locale.ROOT);
        if (!HEX.matcher(digits).matches()) {
            throw new IllegalArgumentException("a fingerprint has 64 hexadecimal digits");
        }
        return new Fingerprint(NOT_LAST_GROUP.matcher(digits).replaceAll("$1 "));
    }

    /** The first 16 digits, without blanks. */
    String head() {
        return value.replace(" ", "").substring(0, 16);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
