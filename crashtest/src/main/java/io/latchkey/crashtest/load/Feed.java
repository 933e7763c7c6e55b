package io.latchkey.crashtest.load;

import io.latchkey.messaging.avro.AvroValues;
import io.latchkey.messaging.avro.Value;
import io.latchkey.messaging.engine.OutageException;
import io.latchkey.schemas.AccountProvisioned;
import io.latchkey.schemas.CodeIssued;
import io.latchkey.schemas.CodeRejected;
import io.latchkey.schemas.CodeVerified;
import io.latchkey.schemas.CommandRejected;
import io.latchkey.schemas.EventMetadata;
import io.latchkey.schemas.MethodConfirmed;
import io.latchkey.schemas.MethodProven;
import io.latchkey.schemas.MethodRegistered;
import io.latchkey.schemas.PolicyChanged;
import io.latchkey.schemas.ReconfirmDue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/** What a portal sees of the events, as they come. */
public final class Feed implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(50);

    private final AvroValues values;
    private final Consumer<byte[], byte[]> consumer;
    private final Map<UUID, SpecificRecord> replies = new HashMap<>();
    private final Map<UUID, List<CodeIssued>> codes = new HashMap<>();
    private final Map<String, ReconfirmDue> due = new HashMap<>();
    private final Map<String, List<UUID>> proven = new HashMap<>();
    private final Thread reader;
    private volatile boolean open = true;

    public Feed(String bootstrapServers, AvroValues values, List<String> topics) {
        this.values = values;
        this.consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers, "enable.auto.commit", false),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        consumer.assign(topics.stream()
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList());
        consumer.seekToBeginning(consumer.assignment());
        this.reader = Thread.ofPlatform().name("feed").daemon().start(this::read);
    }

    private void read() {
        while (open) {
            try {
                consumer.poll(POLL).forEach(record -> {
                    if (record.value() != null
                            && values.decode(record.topic(), record.value()) instanceof Value.Record decoded) {
                        add(decoded.record());
                    }
                });
            } catch (OutageException | KafkaException e) {
                // It comes back; what was polled is read again by whoever checks.
            }
        }
        consumer.close();
    }

    private synchronized void add(SpecificRecord event) {
        switch (event) {
            case CodeIssued issued -> {
                codes.computeIfAbsent(issued.getMethodId(), id -> new ArrayList<>())
                        .add(issued);
                reply(issued.getMetadata(), issued);
            }
            case CodeRejected rejected -> reply(rejected.getMetadata(), rejected);
            case CodeVerified verified -> reply(verified.getMetadata(), verified);
            case CommandRejected rejected -> reply(rejected.getMetadata(), rejected);
            case MethodRegistered registered -> reply(registered.getMetadata(), registered);
            case MethodConfirmed confirmed -> reply(confirmed.getMetadata(), confirmed);
            case PolicyChanged changed -> reply(changed.getMetadata(), changed);
            case AccountProvisioned provisioned -> reply(provisioned.getMetadata(), provisioned);
            case MethodProven method ->
                proven.computeIfAbsent(account(method.getMetadata()), key -> new ArrayList<>())
                        .add(method.getMethodId());
            case ReconfirmDue reminder -> due.put(account(reminder.getMetadata()), reminder);
            default -> {}
        }
        notifyAll();
    }

    private void reply(EventMetadata metadata, SpecificRecord event) {
        if (metadata.getCommandId() != null) {
            replies.put(metadata.getCommandId(), event);
        }
    }

    private static String account(EventMetadata metadata) {
        return metadata.getTenantId() + "/" + metadata.getUserId();
    }

    /** The last reply that has come. */
    Optional<SpecificRecord> reply(UUID command, Duration patience) {
        return await(() -> replies.get(command), patience);
    }

    /** The nth code of a method, counted from 1. */
    Optional<CodeIssued> code(UUID method, int number, Duration patience) {
        return await(
                () -> {
                    var issued = codes.getOrDefault(method, List.of());
                    return issued.size() < number ? null : issued.get(number - 1);
                },
                patience);
    }

    synchronized int codes(UUID method) {
        return codes.getOrDefault(method, List.of()).size();
    }

    Optional<List<UUID>> proven(String account, UUID method, Duration patience) {
        return await(
                () -> {
                    var methods = proven.getOrDefault(account, List.of());
                    return methods.contains(method) ? List.copyOf(methods) : null;
                },
                patience);
    }

    Optional<ReconfirmDue> due(String account, Duration patience) {
        return await(() -> due.get(account), patience);
    }

    private synchronized <T> Optional<T> await(Supplier<@Nullable T> wanted, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        var found = wanted.get();
        while (found == null
                && System.nanoTime() < deadline
                && !Thread.currentThread().isInterrupted()) {
            await(deadline);
            found = wanted.get();
        }
        return Optional.ofNullable(found);
    }

    private synchronized void await(long deadline) {
        try {
            wait(Math.max(1, TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime())));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        open = false;
        try {
            reader.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
