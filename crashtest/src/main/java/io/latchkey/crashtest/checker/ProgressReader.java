package io.latchkey.crashtest.checker;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/** Compares the services' watermarks with the ends of what they read. */
public final class ProgressReader implements AutoCloseable {

    private final Admin admin;
    private final DocumentReader documents;
    private final String prefix;

    public ProgressReader(String bootstrapServers, String prefix, DocumentReader documents) {
        this.admin = Admin.create(Map.<String, Object>of("bootstrap.servers", bootstrapServers));
        this.documents = documents;
        this.prefix = prefix;
    }

    public List<Progress> read() {
        var topics = Topics.INPUTS.values().stream()
                .flatMap(List::stream)
                .map(prefix::concat)
                .distinct()
                .toList();
        var described = ask(admin.describeTopics(topics).allTopicNames());
        var ends = ends(described);
        var ids = new HashMap<String, String>();
        described.forEach((name, topic) -> ids.put(name, id(topic)));
        var progress = new ArrayList<Progress>();
        Topics.INPUTS.forEach((service, inputs) -> {
            var watermark = documents.watermark(service);
            ends.forEach((partition, end) -> {
                var topic = partition.topic().substring(prefix.length());
                if (inputs.contains(topic)) {
                    var id = ids.get(partition.topic()) + "-" + partition.partition();
                    progress.add(
                            new Progress(service, topic, partition.partition(), end, watermark.getOrDefault(id, -1L)));
                }
            });
        });
        return progress;
    }

    /** The topic's id as a UUID, as the services name it. */
    private static String id(TopicDescription topic) {
        var id = topic.topicId();
        return new UUID(id.getMostSignificantBits(), id.getLeastSignificantBits()).toString();
    }

    private Map<TopicPartition, Long> ends(Map<String, TopicDescription> topics) {
        var latest = new HashMap<TopicPartition, OffsetSpec>();
        topics.forEach((name, topic) -> topic.partitions()
                .forEach(
                        partition -> latest.put(new TopicPartition(name, partition.partition()), OffsetSpec.latest())));
        var ends = new HashMap<TopicPartition, Long>();
        ask(admin.listOffsets(latest).all()).forEach((partition, end) -> ends.put(partition, end.offset()));
        return ends;
    }

    private static <T> T ask(KafkaFuture<T> answer) {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the broker does not say how far topics go", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while asking the broker", e);
        }
    }

    @Override
    public void close() {
        admin.close();
    }
}
