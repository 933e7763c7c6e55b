package io.latchkey.messaging.kafka;

import io.latchkey.messaging.engine.InputPartition;
import io.latchkey.messaging.engine.InputRecord;
import io.latchkey.messaging.engine.Intake;
import io.latchkey.messaging.engine.Start;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where each assigned partition is read from: after the service's watermark, whatever the group has committed. A partition
 * stays paused until that is known, and for good where its log ends before the watermark.
 */
final class Assignment {

    private static final Logger LOG = LoggerFactory.getLogger(Assignment.class);

    private final Consumer<?, ?> consumer;
    private final Intake intake;
    private final OffsetCommits commits;
    private final TopicIds topicIds;
    private final IntakeStatus status;
    private final Set<TopicPartition> unsettled = new HashSet<>();
    private final Map<TopicPartition, InputPartition> settled = new HashMap<>();
    private final Map<TopicPartition, Long> next = new HashMap<>();
    private final Map<String, Integer> partitions = new HashMap<>();

    Assignment(Consumer<?, ?> consumer, Intake intake, OffsetCommits commits, TopicIds topicIds, IntakeStatus status) {
        this.consumer = consumer;
        this.intake = intake;
        this.commits = commits;
        this.topicIds = topicIds;
        this.status = status;
    }

    void assigned(Collection<TopicPartition> added) {
        consumer.pause(added);
        unsettled.addAll(added);
        if (consumer.assignment().isEmpty()) {
            status.started();
        }
    }

    void revoked(Collection<TopicPartition> removed) {
        unsettled.removeAll(removed);
        settled.keySet().removeAll(removed);
        next.keySet().removeAll(removed);
        removed.forEach(partition -> status.solved(partition.toString()));
    }

    /** Seeks whatever was assigned since; where something does not answer, it all stays paused and is tried again. */
    void settle() {
        if (unsettled.isEmpty()) {
            return;
        }
        var ids = topicIds.of(topics());
        ids.forEach((topic, id) -> partitions.put(topic, id.partitions()));
        var inputs = unsettled.stream().collect(Collectors.toMap(partition -> partition, partition -> {
            var id = Objects.requireNonNull(ids.get(partition.topic()));
            return new InputPartition(partition.topic(), id.id(), partition.partition());
        }));
        var watermarks = intake.watermarks();
        var committed = consumer.committed(Set.copyOf(unsettled));
        detectRestore(inputs, watermarks, committed);
        var begins = consumer.beginningOffsets(unsettled);
        var ends = consumer.endOffsets(unsettled);
        inputs.forEach((partition, input) -> seek(
                partition,
                input,
                Start.of(
                        watermarks.getOrDefault(input.id(), -1L),
                        begins.getOrDefault(partition, 0L),
                        ends.getOrDefault(partition, 0L))));
        commitWhatWasRead(committed);
        unsettled.clear();
        status.started();
    }

    /**
     * A service that was killed, or whose partition was taken away, may have read more than it committed; where nothing
     * comes after it, no batch would ever show that.
     */
    private void commitWhatWasRead(Map<TopicPartition, OffsetAndMetadata> committed) {
        for (var partition : unsettled) {
            long position = next.getOrDefault(partition, 0L);
            if (settled.containsKey(partition) && position > offset(committed.get(partition))) {
                commits.addIfAbsent(Map.of(partition, new OffsetAndMetadata(position)));
            }
        }
    }

    private static long offset(@Nullable OffsetAndMetadata committed) {
        return committed == null ? 0 : committed.offset();
    }

    /** Committed beyond the watermark: the database is an older copy. */
    private void detectRestore(
            Map<TopicPartition, InputPartition> inputs,
            Map<String, Long> watermarks,
            Map<TopicPartition, OffsetAndMetadata> committed) {
        boolean restored = inputs.entrySet().stream()
                .anyMatch(entry -> Start.restored(
                        watermarks.getOrDefault(entry.getValue().id(), -1L), offset(committed.get(entry.getKey()))));
        if (restored) {
            LOG.warn("the group has committed beyond the watermark: the database is older than the log; catching up");
            intake.restored(Instant.now());
        }
    }

    private void seek(TopicPartition partition, InputPartition input, Start start) {
        switch (start) {
            case Start.Nowhere(long wanted, long end) -> endsTooEarly(partition, wanted, end);
            case Start.At(long offset) -> read(partition, input, offset);
            case Start.Beyond(long offset) -> {
                LOG.warn("{} begins only at {}: emitting what is pending, then going on there", input, offset);
                intake.skip(input, offset);
                read(partition, input, offset);
            }
        }
    }

    private void read(TopicPartition partition, InputPartition input, long offset) {
        consumer.seek(partition, offset);
        settled.put(partition, input);
        next.put(partition, offset);
        consumer.resume(List.of(partition));
    }

    /** Not this topic's history: an operator must decide. */
    private void endsTooEarly(TopicPartition partition, long wanted, long end) {
        status.problem(
                partition.toString(),
                partition + " ends at " + end + ", before " + wanted
                        + " where reading was to go on: the log has lost records, or is another one");
    }

    /** A batch was given up: whatever it held of partitions that stay is read again from the watermark. */
    void reread() {
        var again = Set.copyOf(settled.keySet());
        settled.clear();
        assigned(again);
    }

    /** Resumes what may be read after work on a batch. */
    void resume() {
        consumer.resume(settled.keySet());
    }

    /**
     * The record's place, or null where the partition is not settled any more: its offsets run backwards, so its topic may
     * be a new one, or its log now begins beyond where reading was to go on. It is then looked up again.
     */
    @Nullable
    InputPartition place(ConsumerRecord<?, ?> record) {
        var partition = new TopicPartition(record.topic(), record.partition());
        long expected = next.getOrDefault(partition, 0L);
        if (settled.containsKey(partition)
                && (record.offset() < expected || (record.offset() > expected && beginsBeyond(partition, expected)))) {
            settled.remove(partition);
            assigned(List.of(partition));
        }
        var place = settled.get(partition);
        if (place != null) {
            next.put(partition, record.offset() + 1);
        }
        return place;
    }

    /** A gap alone may be a transaction's marker. */
    private boolean beginsBeyond(TopicPartition partition, long expected) {
        return consumer.beginningOffsets(List.of(partition)).getOrDefault(partition, 0L) > expected;
    }

    /** How many partitions a topic has. */
    int partitions(InputRecord record) {
        return partitions.getOrDefault(record.partition().topic(), 1);
    }

    private List<String> topics() {
        return unsettled.stream().map(TopicPartition::topic).distinct().toList();
    }
}
