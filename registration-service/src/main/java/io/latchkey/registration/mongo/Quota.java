package io.latchkey.registration.mongo;

import io.latchkey.messaging.decision.Counter;
import io.latchkey.messaging.engine.Counters;
import io.latchkey.messaging.engine.Counters.Reservation;
import io.latchkey.messaging.mongo.MongoCounters;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/**
 * How often something may happen in a trailing time, counted in the database, so that neither a restart nor another
 * instance gives more. A time of asking counts whether or not it was granted.
 */
public class Quota {

    private final Counters counters;
    private final String name;
    private final int most;
    private final Duration window;

    /** @param name part of what is counted: two quotas of one name share their counts */
    public Quota(ReadDatabase database, String name, int most, Duration window) {
        counters = new MongoCounters(database.database().getCollection("read_counters"));
        this.name = name;
        this.most = most;
        this.window = window;
    }

    /** Counts one more of this subject, and tells whether that is within what is allowed. */
    public synchronized boolean grants(String subject, Instant now) {
        var counter = new Counter(name + "|" + hash(subject), window);
        return counters.reserve(List.of(new Reservation(counter, now))).getFirst() <= most;
    }

    /** After which it is granted again, if nobody asks until then: the window, which is counted in sixths. */
    public Duration retryAfter() {
        return window.plus(window.dividedBy(6));
    }

    private static String hash(String subject) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(subject.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
