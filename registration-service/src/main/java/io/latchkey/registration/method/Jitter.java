package io.latchkey.registration.method;

import io.latchkey.messaging.decision.AggregateKey;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;

/** Spreads what would otherwise happen to many accounts at once; always the same for one account. */
final class Jitter {

    private static final long MILLION = 1_000_000;
    private static final long TENTH_PPM = 100_000;

    private Jitter() {}

    /** Longer or shorter by up to a tenth. */
    static Duration giveOrTakeATenth(Duration length, AggregateKey account) {
        long millis = length.toMillis();
        long ppm = Math.floorMod(hash(account), 2 * TENTH_PPM + 1) - TENTH_PPM;
        return Duration.ofMillis(millis + millis * ppm / MILLION);
    }

    /** From 0 to 1: where in a time that is given to many. */
    static double share(AggregateKey account) {
        return fraction(hash(account) >>> 20);
    }

    /** From 0 to 1, unrelated to the others: where in a morning. */
    static double morning(AggregateKey account) {
        return fraction(hash(account) >>> 42);
    }

    private static double fraction(long bits) {
        return Math.floorMod(bits, MILLION) / (double) MILLION;
    }

    private static long hash(AggregateKey account) {
        try {
            var digest =
                    MessageDigest.getInstance("SHA-256").digest(account.value().getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
