package io.latchkey.messaging.kafka;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.RangeAssignor;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * The one place for Kafka settings. What is set here is what the promise rests on and overrides the installation's own
 * settings; everything else (addresses, security, tuning) is the installation's.
 */
public final class KafkaSettings {

    /** A dead letter holds a record that was too large, and says why. */
    static final int MAX_REQUEST_BYTES = 2 * 1024 * 1024;

    private static final int MAX_POLL_RECORDS = 1_000;

    /**
     * A consumer fetches ahead while a batch is worked on. Answered at once, that would hold the few records that were
     * there by then, and the next batch no more than those, whatever came meanwhile: batches cost much, records little.
     */
    private static final int FETCH_MIN_BYTES = 1024 * 1024;

    /** Not longer, as every hop of an enrolment waits for it. */
    private static final int FETCH_MAX_WAIT_MILLIS = 10;

    /** For a batch's records of one partition: what is cut into several goes out in several requests. */
    private static final int BATCH_BYTES = 256 * 1024;

    /** Whoever produces batches flushes after each, and waits no longer than that takes. */
    private static final int LINGER_OF_BATCHES_MILLIS = 1_000;

    private final Map<String, Object> common;

    /** @param common addresses and security of the installation */
    public KafkaSettings(Map<String, Object> common) {
        this.common = Map.copyOf(common);
    }

    /** What every client needs, for admin clients and for portals that seal and publish. */
    public Map<String, Object> common() {
        return common;
    }

    /**
     * A producer of bytes that loses and doubles nothing: idempotent, acknowledged by all in-sync replicas, in order, and
     * without a time-out after which a record would be given up.
     */
    public Map<String, Object> producer() {
        return producer(Map.of(ProducerConfig.LINGER_MS_CONFIG, 1));
    }

    private Map<String, Object> producer(Map<String, Object> tuning) {
        var settings = new HashMap<>(tuning);
        settings.putAll(common);
        settings.putIfAbsent(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        settings.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        settings.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 5);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE);
        settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, MAX_REQUEST_BYTES);
        settings.put(ProducerConfig.PARTITIONER_IGNORE_KEYS_CONFIG, false);
        return settings;
    }

    /** As {@link #producer()}, for whoever flushes after each batch: nothing of it is sent before, but for what is full. */
    public Map<String, Object> batchProducer() {
        return producer(Map.of(
                ProducerConfig.LINGER_MS_CONFIG,
                LINGER_OF_BATCHES_MILLIS,
                ProducerConfig.BATCH_SIZE_CONFIG,
                BATCH_BYTES));
    }

    /** As {@link #producer()}, for a person who waits: what is not acknowledged in time may have been written or not. */
    public Map<String, Object> producer(Duration patience) {
        var settings = producer();
        int millis = Math.toIntExact(patience.toMillis());
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, millis);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, millis);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, millis / 2);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        return settings;
    }

    /**
     * A consumer of bytes in a group. Offsets are committed for lag tools only; reading starts at the watermark, and a
     * reset to the earliest offset is noticed as a gap or a step back. The range assignor gives a key's partitions of all topics to one
     * instance.
     */
    public Map<String, Object> consumer(String group) {
        var settings = reader();
        settings.putIfAbsent(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, MAX_POLL_RECORDS);
        settings.putIfAbsent(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, FETCH_MIN_BYTES);
        settings.putIfAbsent(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, FETCH_MAX_WAIT_MILLIS);
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        settings.put(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, RangeAssignor.class.getName());
        return settings;
    }

    /** After which a consumer that does not poll, or shows no sign of life, may have been replaced by another. */
    public Duration longestAbsence() {
        return Stream.of(ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG, ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG)
                .map(this::millis)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    private Duration millis(String setting) {
        var value = common.getOrDefault(
                setting, ConsumerConfig.configDef().defaultValues().get(setting));
        return Duration.ofMillis(Long.parseLong(String.valueOf(value)));
    }

    /** A consumer of bytes without a group, for topics that every instance reads whole. */
    public Map<String, Object> reader() {
        var settings = new HashMap<>(common);
        settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        return settings;
    }
}
