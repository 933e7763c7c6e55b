package io.latchkey.registration.method;

import io.latchkey.messaging.decision.AggregateKey;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Counts due dates: from the oldest proof or confirmation among the proven methods. One that was announced stands until
 * every proven method was proven or confirmed since.
 *
 * @param reconfirmAfter zero for never
 */
record DueDates(Duration reconfirmAfter) {

    private static final long MILLION = 1_000_000;
    private static final long JITTER_PPM = 100_000;

    @Nullable
    DueDate of(AggregateKey account, Methods methods, @Nullable DueDate current) {
        return reconfirmAfter.isZero()
                ? null
                : methods.confirmedSince()
                        .map(since -> standing(current)
                                .filter(announced -> since.isBefore(announced.at()))
                                .orElseGet(() -> new DueDate(since.plus(interval(account)), false)))
                        .orElse(null);
    }

    private static Optional<DueDate> standing(@Nullable DueDate current) {
        return Optional.ofNullable(current).filter(DueDate::announced);
    }

    /** Spread by ±10 %, so that a mass enrolment does not come due in one hour; always the same for one account. */
    Duration interval(AggregateKey account) {
        long millis = reconfirmAfter.toMillis();
        long ppm = Math.floorMod(hash(account), 2 * JITTER_PPM + 1) - JITTER_PPM;
        return Duration.ofMillis(millis + millis * ppm / MILLION);
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
