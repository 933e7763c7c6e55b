package io.latchkey.operations.accounts;

import io.latchkey.messaging.avro.AvroValues;
import io.latchkey.messaging.avro.Value;
import io.latchkey.operations.cluster.Cluster;
import io.latchkey.operations.terminal.OperatorFailure;
import io.latchkey.schemas.CommandRejected;
import io.latchkey.schemas.EventMetadata;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Follows registration's events until every command is answered. A command that registration has read and not answered,
 * such as one that it had before, is told by the offset that it has committed: nothing more will come.
 */
final class Answers implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration QUIET = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration SILENCE = Duration.ofMinutes(2);

    private final Map<UUID, Awaited> awaited = new ConcurrentHashMap<>();
    private final Cluster cluster;
    private final AvroValues values;
    private final String group;
    private final Window window;
    private final ImportReport report;
    private final Thread thread;
    private volatile boolean running = true;

    /** @param group of registration, whose committed offsets say what it has read */
    Answers(
            Cluster cluster,
            AvroValues values,
            String group,
            Map<TopicPartition, Long> from,
            Window window,
            ImportReport report) {
        this.cluster = cluster;
        this.values = values;
        this.group = group;
        this.window = window;
        this.report = report;
        this.thread = Thread.ofPlatform().name("latchkey-answers").daemon().start(() -> follow(from));
    }

    private static final class Awaited {
        private final UUID id;
        private final String name;
        private final Window.Entry entry;
        private volatile @Nullable Place place;

        Awaited(Commands.Command command, Window.Entry entry) {
            this.id = command.id();
            this.name = command.toString();
            this.entry = entry;
        }
    }

    private record Place(TopicPartition partition, long offset) {}

    /** The ends of registration's events now. */
    static TreeMap<Integer, Long> ends(Cluster cluster, String topic) {
        var ends = new TreeMap<Integer, Long>();
        try (var consumer = cluster.reader()) {
            var partitions = consumer.partitionsFor(topic, PATIENCE).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.endOffsets(partitions, PATIENCE).forEach((partition, end) -> ends.put(partition.partition(), end));
            return ends;
        } catch (KafkaException e) {
            throw new OperatorFailure("cannot read " + topic + " at " + cluster.address() + ": " + Cluster.root(e), e);
        }
    }

    /** Before it is sent. Of a line that the file has twice the last one waits. */
    void await(Commands.Command command, Window.Entry entry) {
        var twin = awaited.put(command.id(), new Awaited(command, entry));
        if (twin != null) {
            window.settle(twin.entry);
        }
    }

    void sent(UUID command, TopicPartition partition, long offset) {
        var waiting = awaited.get(command);
        if (waiting != null) {
            waiting.place = new Place(partition, offset);
        }
    }

    private void follow(Map<TopicPartition, Long> from) {
        try (var consumer = cluster.reader();
                var admin = cluster.admin()) {
            consumer.assign(from.keySet());
            from.forEach(consumer::seek);
            follow(consumer, admin);
        } catch (RuntimeException e) {
            window.fail(
                    e instanceof OperatorFailure
                            ? e
                            : new OperatorFailure(
                                    "the answers cannot be followed any more (" + Cluster.root(e)
                                            + "): run it again to go on",
                                    e));
        }
    }

    private void follow(Consumer<byte[], byte[]> consumer, Admin admin) {
        long heard = System.nanoTime();
        long asked = heard;
        while (running) {
            long now = System.nanoTime();
            if (poll(consumer) || awaited.isEmpty()) {
                heard = now;
            } else if (now - Math.max(heard, asked) > QUIET.toNanos()) {
                heard = giveUp(consumer, admin) ? now : heard;
                asked = System.nanoTime();
            }
            if (now - heard > SILENCE.toNanos()) {
                throw new OperatorFailure("registration has answered nothing for " + SILENCE.toSeconds() + " s and "
                        + awaited.size() + " commands wait: is it running? Run it again to go on");
            }
        }
    }

    private boolean poll(Consumer<byte[], byte[]> consumer) {
        boolean any = false;
        for (var event : consumer.poll(POLL)) {
            any |= take(event);
        }
        return any;
    }

    private boolean take(ConsumerRecord<byte[], byte[]> event) {
        if (event.value() == null
                || !(values.decode(event.topic(), event.value()) instanceof Value.Record(var record))) {
            return false;
        }
        var answered = awaited.remove(commandOf(record));
        if (answered == null) {
            return false;
        }
        if (record instanceof CommandRejected rejected) {
            report.rejected(answered.entry.number(), answered.name, rejected);
            window.reject(answered.entry);
        } else {
            window.settle(answered.entry);
        }
        return true;
    }

    private static final UUID NONE = new UUID(0, 0);

    private static UUID commandOf(SpecificRecord record) {
        if (record instanceof CommandRejected rejected && rejected.getConflictingCommandId() != null) {
            return rejected.getConflictingCommandId();
        }
        var field = record.getSchema().getField("metadata");
        return field != null
                        && record.get(field.pos()) instanceof EventMetadata metadata
                        && metadata.getCommandId() != null
                ? metadata.getCommandId()
                : NONE;
    }

    /** Waits no longer for what registration has read, after reading all that it has said until then. */
    private boolean giveUp(Consumer<byte[], byte[]> consumer, Admin admin) {
        var read = committed(admin);
        var ends = consumer.endOffsets(consumer.assignment(), PATIENCE);
        while (running && ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            poll(consumer);
        }
        boolean any = false;
        for (var waiting : awaited.values()) {
            var place = waiting.place;
            if (place != null
                    && place.offset() < read.getOrDefault(place.partition(), 0L)
                    && awaited.remove(waiting.id) != null) {
                report.unanswered();
                window.settle(waiting.entry);
                any = true;
            }
        }
        return any;
    }

    private Map<TopicPartition, Long> committed(Admin admin) {
        try {
            var offsets = new HashMap<TopicPartition, Long>();
            admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                    .forEach((partition, offset) -> offsets.put(partition, offset == null ? 0 : offset.offset()));
            return offsets;
        } catch (ExecutionException | TimeoutException e) {
            throw new OperatorFailure(
                    "the offsets of group " + group + " cannot be read (" + Cluster.root(e)
                            + "): --wait needs them to know when nothing more will come",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OperatorFailure("interrupted", e);
        }
    }

    @Override
    public void close() {
        running = false;
        try {
            thread.join(PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
