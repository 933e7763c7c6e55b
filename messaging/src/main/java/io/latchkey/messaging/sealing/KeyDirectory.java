package io.latchkey.messaging.sealing;

import io.latchkey.messaging.avro.AvroValues;
import io.latchkey.messaging.engine.OutageException;
import io.latchkey.schemas.KeyOwner;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The public keys on the keys topic. One thread of its own follows all partitions, without a group; after an outage it
 * reads anew from the beginning, while what was known stays in use.
 */
public final class KeyDirectory implements RecipientKeys, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(KeyDirectory.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration CLOSE = Duration.ofSeconds(10);

    private final Supplier<? extends Consumer<byte[], byte[]>> consumers;
    private final String topic;
    private final AnnouncementReader reader;
    private final Set<Fingerprint> pinned;
    private final InstantSource clock;
    private final CountDownLatch stopped = new CountDownLatch(1);

    private volatile @Nullable AnnouncedKeys known;
    private volatile @Nullable Consumer<byte[], byte[]> open;
    private @Nullable Thread thread;

    /**
     * @param consumers opens a consumer that has no group and commits nothing
     * @param pinned fingerprints of the only keys to accept; empty to accept all
     */
    public KeyDirectory(
            Supplier<? extends Consumer<byte[], byte[]>> consumers,
            String topic,
            AvroValues values,
            Collection<Fingerprint> pinned,
            InstantSource clock) {
        this.consumers = consumers;
        this.topic = topic;
        this.reader = new AnnouncementReader(values);
        this.pinned = Set.copyOf(pinned);
        this.clock = clock;
    }

    /** @param caughtUp done, in the directory's thread, each time all was read that was there when reading began */
    public synchronized void start(Runnable caughtUp) {
        thread = Thread.ofPlatform().name("latchkey-keys").daemon().start(() -> followForEver(caughtUp));
    }

    /** Whether everything was read that was there at the start. */
    public boolean ready() {
        return known != null;
    }

    @Override
    public RecipientKey current(KeyOwner owner) {
        return known().current(owner, clock.instant())
                .orElseThrow(() -> new OutageException("no usable public key of " + owner + " is known yet"));
    }

    /** Ordered by owner, an owner's latest key last; empty before {@link #ready}. */
    public List<AnnouncedKey> keys() {
        var keys = known;
        return keys == null ? List.of() : keys.all();
    }

    boolean holds(KeyOwner owner, RecipientKey key) {
        return known().holds(owner, key);
    }

    private AnnouncedKeys known() {
        var keys = known;
        if (keys == null) {
            throw new OutageException("the keys topic was not read to its end yet");
        }
        return keys;
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
            var keys = new AnnouncedKeys(pinned);
            var reading = new KeysTopic(consumer, topic, reader, keys);
            reading.readToEnd();
            known = keys;
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
            log.warn("keys topic cannot be followed, trying again: {}", reason.toString());
            await(() -> stopped.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS));
        }
    }

    /** Stops the thread and waits for it. */
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
