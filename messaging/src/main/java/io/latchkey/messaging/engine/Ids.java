package io.latchkey.messaging.engine;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.UUID;

/** Ids that follow from a record's place in the log: UUIDv5 (RFC 9562 section 5.5). */
final class Ids {

    /** The namespace of all of them; never changes, or repeats would get new ids. */
    private static final UUID NAMESPACE = UUID.fromString("8a0f6c1e-6d0b-5c5e-9b7e-3f6f0f2d7a11");

    /** Of dead letters, downwards with each attempt; outcomes count upwards from 0. */
    private static final int DEAD_LETTER = -1;

    private Ids() {}

    static UUID event(InputRecord source, int ordinal) {
        return version5(place(source, ordinal));
    }

    /** @param attempt how often the record was redriven */
    static UUID deadLetter(InputRecord source, int attempt) {
        return version5(place(source, DEAD_LETTER - attempt));
    }

    /** Of what is told of an aggregate's state as it is at one version; never as long as a place. */
    static UUID value(String key, Instant epoch, long version) {
        var aggregate = key.getBytes(StandardCharsets.UTF_8);
        return version5(ByteBuffer.allocate(48 + aggregate.length)
                .putLong(epoch.toEpochMilli())
                .putLong(version)
                .position(48)
                .put(aggregate)
                .array());
    }

    /** Topic id, partition, offset and ordinal: 32 bytes. */
    static byte[] place(InputRecord record, int ordinal) {
        var topic = record.partition().topicId();
        return ByteBuffer.allocate(32)
                .putLong(topic.getMostSignificantBits())
                .putLong(topic.getLeastSignificantBits())
                .putInt(record.partition().partition())
                .putLong(record.offset())
                .putInt(ordinal)
                .array();
    }

    private static UUID version5(byte[] name) {
        var sha1 = sha1();
        sha1.update(ByteBuffer.allocate(16)
                .putLong(NAMESPACE.getMostSignificantBits())
                .putLong(NAMESPACE.getLeastSignificantBits())
                .flip());
        var hash = ByteBuffer.wrap(sha1.digest(name));
        long high = (hash.getLong() & 0xffffffffffff0fffL) | 0x0000000000005000L;
        long low = (hash.getLong() & 0x3fffffffffffffffL) | 0x8000000000000000L;
        return new UUID(high, low);
    }

    private static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }
}
