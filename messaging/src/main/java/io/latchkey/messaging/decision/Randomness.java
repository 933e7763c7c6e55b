package io.latchkey.messaging.decision;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.UUID;

/**
 * Unpredictable values that are the same whenever the same record is decided again: a keyed pseudo-random function over
 * the record's place in the log (NIST SP 800-63B-4 allows it for codes where the key has 256 bits).
 */
@FunctionalInterface
public interface Randomness {

    /** 32 bytes; different ordinals of one record give independent values. */
    byte[] bytes(int ordinal);

    /** A version 4 UUID. */
    default UUID uuid(int ordinal) {
        var bytes = ByteBuffer.wrap(bytes(ordinal));
        long high = (bytes.getLong() & 0xffffffffffff0fffL) | 0x0000000000004000L;
        long low = (bytes.getLong() & 0x3fffffffffffffffL) | 0x8000000000000000L;
        return new UUID(high, low);
    }

    /** Decimal digits, leading zeros kept; uniform, since 256 bits make the bias of the remainder negligible. */
    default String digits(int ordinal, int length) {
        var number = new BigInteger(1, bytes(ordinal))
                .mod(BigInteger.TEN.pow(length))
                .toString();
        return "0".repeat(length - number.length()) + number;
    }
}
