package io.latchkey.embedded.demo;

import static java.util.stream.Collectors.toMap;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** How far the services are behind the topics that they read, as an operator's tool sees it. */
final class Lag implements AutoCloseable {

    private static final List<String> SERVICES = List.of("registration", "verification", "notification");
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

    private boolean isBehind(String service) {
        var group = address.topicPrefix() + service;
        var committed = ask(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
        return ends(assigned(group)).entrySet().stream()
                .anyMatch(end -> offset(committed.get(end.getKey())) < end.getValue());
    }

    private List<TopicPartition> assigned(String group) {
        return ask(admin.describeConsumerGroups(List.of(group)).all()).values().stream()
                .flatMap(description -> description.members().stream())
                .flatMap(member -> member.assignment().topicPartitions().stream())
                .toList();
    }

    private Map<TopicPartition, Long> ends(List<TopicPartition> partitions) {
        var latest = partitions.stream().collect(toMap(partition -> partition, _ -> OffsetSpec.latest()));
        return ask(admin.listOffsets(latest).all()).entrySet().stream()
                .collect(toMap(Map.Entry::getKey, end -> end.getValue().offset()));
    }

    private static long offset(@Nullable OffsetAndMetadata committed) {
        return committed == null ? 0 : committed.offset();
    }

    private static <T> T ask(KafkaFuture<T> answer) {
        try {
            return answer.get();
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
