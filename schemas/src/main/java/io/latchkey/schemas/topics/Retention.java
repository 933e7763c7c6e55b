package io.latchkey.schemas.topics;

import java.time.Duration;
import java.util.Map;

/**
 * How long a topic keeps a record. Kafka deletes and compacts whole closed segments, so what is to be forgotten stays for
 * its time and one segment more; segments are closed daily at the latest.
 */
public sealed interface Retention {

    /** Settings of the topic, by Kafka's names. */
    Map<String, String> config();

    /** Every record goes after its time. */
    record Deleted(Duration after) implements Retention {

        @Override
        public Map<String, String> config() {
            return Map.of("cleanup.policy", "delete", "retention.ms", millis(after), "segment.ms", millis(DAY));
        }
    }

    /** As {@link Deleted}, but in segments of an hour or 16 MiB, so that records go soon after their time. */
    record DeletedPromptly(Duration after) implements Retention {

        @Override
        public Map<String, String> config() {
            return Map.of(
                    "cleanup.policy", "delete",
                    "retention.ms", millis(after),
                    "segment.ms", millis(Duration.ofHours(1)),
                    "segment.bytes", Integer.toString(16 << 20));
        }
    }

    /** A key's latest record stays; an older one goes within a day of the segment that replaced it. */
    record Compacted() implements Retention {

        @Override
        public Map<String, String> config() {
            return Map.of("cleanup.policy", "compact", "max.compaction.lag.ms", millis(DAY), "segment.ms", millis(DAY));
        }
    }

    Duration DAY = Duration.ofDays(1);

    static Retention days(int days) {
        return new Deleted(Duration.ofDays(days));
    }

    private static String millis(Duration duration) {
        return Long.toString(duration.toMillis());
    }
}
