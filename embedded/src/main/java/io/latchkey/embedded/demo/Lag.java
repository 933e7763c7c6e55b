package io.latchkey.embedded.demo;

import static java.util.stream.Collectors.toMap;

import io.latchkey.schemas.topics.Party;
import io.latchkey.schemas.topics.Topic;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** How far the services are behind the topics that they read, as an operator's tool sees it. */
final class Lag implements AutoCloseable {

    private static final List<Party> SERVICES = List.of(Party.REGISTRATION, Party.VERIFICATION, Party.NOTIFICATION);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(100);

    private final Admin admin;
    private final Address address;

    Lag(Address address) {
        this.admin = Admin.create(Map.<String, Object>of("bootstrap.servers", address.bootstrapServers()));
        this.address = address;
    }

    /** Returns when every service has delivered what follows from everything that is on its topics. */
    void awaitNone() {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (SERVICES.stream().anyMatch(this::isBehind)) {
            if (System.nanoTime() > deadline) {
                throw new Difference("expected the services to read all there is, and they did not within "
                        + PATIENCE.toSeconds() + " s");
            }
            LockSupport.parkNanos(PAUSE);
        }
    }

    private boolean isBehind(Party service) {
        var committed = committed(service);
        return ends(service).entrySet().stream()
                .anyMatch(end -> committed.getOrDefault(end.getKey(), 0L) < end.getValue());
    }

    private Map<TopicPartition, Long> committed(Party service) {
        var group = address.topicPrefix() + service.name().toLowerCase(Locale.ROOT);
        var offsets = ask(() -> admin.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get());
        return offsets.entrySet().stream().collect(toMap(Map.Entry::getKey, entry -> offset(entry.getValue())));
    }

    private static long offset(@Nullable OffsetAndMetadata committed) {
        return committed == null ? 0 : committed.offset();
    }

    private Map<TopicPartition, Long> ends(Party service) {
        var topics = Arrays.stream(Topic.values())
                .filter(topic -> topic != Topic.KEYS && topic.readers().contains(service))
                .map(address::name)
                .toList();
        var partitions = ask(() -> admin.describeTopics(topics).allTopicNames().get()).values().stream()
                .flatMap(topic -> topic.partitions().stream()
                        .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                .collect(toMap(partition -> partition, _ -> OffsetSpec.latest()));
        return ask(() -> admin.listOffsets(partitions).all().get()).entrySet().stream()
                .collect(toMap(Map.Entry::getKey, entry -> entry.getValue().offset()));
    }

    private interface Question<T> {
        T answer() throws ExecutionException, InterruptedException;
    }

    private static <T> T ask(Question<T> question) {
        try {
            return question.answer();
        } catch (ExecutionException e) {
            throw new Difference("expected the broker to tell the lag: " + e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Difference("interrupted while waiting for the services");
        }
    }

    @Override
    public void close() {
        admin.close();
    }
}
