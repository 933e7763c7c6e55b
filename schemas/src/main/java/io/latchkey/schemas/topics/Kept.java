package io.latchkey.schemas.topics;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/**
 * How long a topic keeps its records. Every topic rolls its segments daily, so that what was erased is gone from it within
 * its retention and a day; the log time is the broker's, since decisions are made by it.
 *
 * @param retention until a record is deleted; zero where only the latest of a key is kept
 */
record Kept(Duration retention) {

    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration SHORT = Duration.ofHours(48);
    private static final int MAX_MESSAGE_BYTES = 2 * 1024 * 1024;

    static Kept days(int days) {
        return new Kept(Duration.ofDays(days));
    }

    static Kept hours(int hours) {
        return new Kept(Duration.ofHours(hours));
    }

    static Kept latest() {
        return new Kept(Duration.ZERO);
    }

    Map<String, String> settings() {
        var settings = new TreeMap<String, String>();
        settings.put("message.timestamp.type", "LogAppendTime");
        settings.put("max.message.bytes", Integer.toString(MAX_MESSAGE_BYTES));
        settings.put("segment.ms", Long.toString(segment().toMillis()));
        if (retention.isZero()) {
            settings.put("cleanup.policy", "compact");
            settings.put("max.compaction.lag.ms", Long.toString(DAY.toMillis()));
        } else {
            settings.put("cleanup.policy", "delete");
            settings.put("retention.ms", Long.toString(retention.toMillis()));
        }
        return settings;
    }

    /** A segment is deleted whole: what must go within hours needs short ones. */
    private Duration segment() {
        return !retention.isZero() && retention.compareTo(SHORT) < 0 ? Duration.ofHours(1) : DAY;
    }
}
