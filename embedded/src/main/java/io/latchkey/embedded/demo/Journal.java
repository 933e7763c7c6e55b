package io.latchkey.embedded.demo;

import io.latchkey.messaging.avro.AvroValues;
import io.latchkey.messaging.avro.Value;
import io.latchkey.messaging.engine.OutageException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/** Everything that happened on some topics, from their beginning on, as it happens. */
final class Journal implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(50);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final AvroValues values;
    private final Consumer<byte[], byte[]> consumer;
    private final AtomicBoolean open = new AtomicBoolean(true);
    private final List<Observed> observed = new ArrayList<>();
    private final Collection<CompletableFuture<Void>> questions = new ConcurrentLinkedQueue<>();
    private final Thread reader;

    /** @param topics that exist */
    Journal(String bootstrapServers, Collection<String> topics, AvroValues values) {
        this.values = values;
        this.consumer = consumer(bootstrapServers);
        consumer.assign(topics.stream()
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList());
        consumer.seekToBeginning(consumer.assignment());
        this.reader = Thread.ofPlatform().name("journal").daemon().start(this::read);
    }

    /** Without a group. */
    static Consumer<byte[], byte[]> consumer(String bootstrapServers) {
        return new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers, "enable.auto.commit", false),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    /** The first record of this kind, waited for if need be. */
    Observed await(String what, Predicate<Observed> wanted) {
        return awaitAll(what, 1, wanted).getFirst();
    }

    /** As soon as there are this many. */
    synchronized List<Observed> awaitAll(String what, int count, Predicate<Observed> wanted) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        for (var found = all(wanted); ; found = all(wanted)) {
            if (found.size() >= count) {
                return found;
            }
            waitUntil(deadline, what);
        }
    }

    synchronized List<Observed> all(Predicate<Observed> wanted) {
        return observed.stream().filter(wanted).toList();
    }

    private void waitUntil(long deadline, String what) {
        var left = Duration.ofNanos(deadline - System.nanoTime()).toMillis();
        if (left <= 0) {
            throw new Difference("expected " + what + ", and it did not come within " + PATIENCE.toSeconds() + " s");
        }
        try {
            wait(left);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Difference("interrupted while waiting for " + what);
        }
    }

    /** Returns when everything was read that is on the topics now. */
    void catchUp() {
        var caughtUp = new CompletableFuture<Void>();
        questions.add(caughtUp);
        caughtUp.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }

    private void read() {
        while (open.get()) {
            var asked = List.copyOf(questions);
            consumer.poll(POLL).forEach(this::add);
            if (!asked.isEmpty() && atTheEnd()) {
                asked.forEach(question -> question.complete(null));
                questions.removeAll(asked);
            }
        }
        consumer.close();
    }

    private boolean atTheEnd() {
        return consumer.endOffsets(consumer.assignment()).entrySet().stream()
                .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    private void add(ConsumerRecord<byte[], byte[]> raw) {
        var seen = new Observed(raw, System.nanoTime(), content(raw));
        synchronized (this) {
            observed.add(seen);
            notifyAll();
        }
    }

    private @Nullable SpecificRecord content(ConsumerRecord<byte[], byte[]> raw) {
        return raw.value() != null && decoded(raw.topic(), raw.value()) instanceof Value.Record record
                ? record.record()
                : null;
    }

    /** A registry that is away comes back. */
    private Value decoded(String topic, byte[] value) {
        while (true) {
            try {
                return values.decode(topic, value);
            } catch (OutageException e) {
                pause(e);
            }
        }
    }

    private void pause(OutageException outage) {
        if (!open.get()) {
            throw outage;
        }
        LockSupport.parkNanos(POLL.toNanos());
    }

    @Override
    public void close() throws InterruptedException {
        open.set(false);
        reader.join();
    }
}
