package io.latchkey.bench.floor;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;

/** One hop in a thread of its own: polls, works, raises its watermark, commits. What fails ends it. */
final class Stage implements AutoCloseable {

    private final Hop hop;
    private final Consumer<byte[], byte[]> consumer;
    private final Watermarks watermarks;
    private final CountDownLatch polling = new CountDownLatch(1);
    private final Thread thread;
    private volatile boolean running = true;

    private Stage(Hop hop, Consumer<byte[], byte[]> consumer, Watermarks watermarks) {
        this.hop = hop;
        this.consumer = consumer;
        this.watermarks = watermarks;
        this.thread = Thread.ofPlatform().name("floor-" + hop.name()).unstarted(this::run);
    }

    static Stage start(Hop hop, FloorArguments arguments, Consumer<byte[], byte[]> consumer, Watermarks watermarks) {
        consumer.assign(partitions(hop, arguments));
        var stage = new Stage(hop, consumer, watermarks);
        stage.thread.start();
        return stage;
    }

    private static List<TopicPartition> partitions(Hop hop, FloorArguments arguments) {
        return hop.inputs().stream()
                .map(topic -> topic.name(arguments.prefix()))
                .flatMap(topic -> IntStream.range(0, arguments.partitions())
                        .mapToObj(partition -> new TopicPartition(topic, partition)))
                .toList();
    }

    private void run() {
        try (consumer) {
            while (running) {
                work(consumer.poll(FloorSettings.POLL));
                polling.countDown();
            }
        }
    }

    private void work(ConsumerRecords<byte[], byte[]> batch) {
        if (!batch.isEmpty()) {
            hop.work(batch);
            watermarks.raise(batch.nextOffsets());
            consumer.commitAsync();
        }
    }

    void awaitPolling() throws InterruptedException {
        polling.await();
    }

    /** Waits for the batch in hand. */
    @Override
    public void close() {
        running = false;
        try {
            thread.join(FloorSettings.PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
