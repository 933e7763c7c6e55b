package io.latchkey.messaging.kafka;

import io.latchkey.messaging.engine.OutageException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows a compacted topic. One thread of its own reads all partitions from the beginning, without a group; after an outage
 * it reads anew, while what was known stays in use.
 *
 * @param <S> what is known; that thread changes it while others use it
 */
public final class TopicFollower<S> implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(TopicFollower.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration CLOSE = Duration.ofSeconds(10);

    private final String name;
    private final String topic;
    private final Supplier<? extends Consumer<byte[], byte[]>> consumers;
    private final Reader<S> reader;
    private final CountDownLatch stopped = new CountDownLatch(1);

    private volatile @Nullable S known;
    private volatile @Nullable Consumer<byte[], byte[]> open;
    private volatile String failure = "";
    private @Nullable Thread thread;

    /**
     * @param name of what is followed, for people
     * @param consumers opens a consumer that has no group and commits nothing
     */
    public TopicFollower(
            String name, String topic, Supplier<? extends Consumer<byte[], byte[]>> consumers, Reader<S> reader) {
        this.name = name;
        this.topic = topic;
        this.consumers = consumers;
        this.reader = reader;
    }

    /** Makes knowledge of records. */
    public interface Reader<S> {

        /** What is known before the first record. */
        S nothing();

        /**
         * Takes the next record of a partition.
         *
         * @throws OutageException if it cannot be read now; all is read anew then
         */
        void read(ConsumerRecord<byte[], byte[]> record, S known);
    }

    /** @param caughtUp done, in the thread that reads, each time all was read that was there when reading began */
    public synchronized void start(Runnable caughtUp) {
        thread = Thread.ofPlatform().name("latchkey-" + name).daemon().start(() -> followForEver(caughtUp));
    }

    /** Whether everything was read that was there at the start. */
    public boolean ready() {
        return known != null;
    }

    /** @throws OutageException before {@link #ready} */
    public S known() {
        var all = known;
        if (all == null) {
            throw new OutageException(unread());
        }
        return all;
    }

    /** Why this is not {@link #ready}, for operators; holds no personal value. */
    public Optional<String> problem() {
        return ready() ? Optional.empty() : Optional.of(unread());
    }

    private String unread() {
        return "the " + name + " topic was not read to its end yet" + failure;
    }

    private void followForEver(Runnable caughtUp) {
        while (running()) {
            try {
                follow(caughtUp);
            } catch (RuntimeException e) {
                pause(e);
            }
        }
    }

    private void follow(Runnable caughtUp) {
        try (var consumer = consumers.get()) {
            open = consumer;
            if (!running()) {
                return;
            }
            S fresh = reader.nothing();
            var reading = new TopicReading(consumer, topic, record -> reader.read(record, fresh));
            reading.readToEnd();
            known = fresh;
            caughtUp.run();
            while (running()) {
                reading.readOn();
            }
        }
    }

    private boolean running() {
        return stopped.getCount() > 0;
    }

    private void pause(RuntimeException reason) {
        if (running()) {
            failure = ": " + Retry.describe(reason);
            log.warn("the {} topic cannot be followed, trying again{}", name, failure);
            await(() -> stopped.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS));
        }
    }

    /** Stops the thread and waits for it. What is known stays so. */
    @Override
    public synchronized void close() {
        stopped.countDown();
        var consumer = open;
        if (consumer != null) {
            consumer.wakeup();
        }
        var following = thread;
        if (following != null) {
            await(() -> following.join(CLOSE));
        }
    }

    private static void await(Waiting waiting) {
        try {
            waiting.done();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private interface Waiting {
        boolean done() throws InterruptedException;
    }
}
