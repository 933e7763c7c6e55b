package io.latchkey.messaging.sealing;

import io.latchkey.messaging.avro.AvroValues;
import io.latchkey.messaging.engine.OutageException;
import io.latchkey.messaging.kafka.TopicFollower;
import io.latchkey.schemas.KeyOwner;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;

/** The public keys on the keys topic, which it follows. */
public final class KeyDirectory implements RecipientKeys, AutoCloseable {

    private final TopicFollower<AnnouncedKeys> follower;
    private final InstantSource clock;

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
        this.follower = new TopicFollower<>("keys", topic, consumers, new AnnouncementReader(values, pinned));
        this.clock = clock;
    }

    /** @param caughtUp done, in the directory's thread, each time all was read that was there when reading began */
    public void start(Runnable caughtUp) {
        follower.start(caughtUp);
    }

    /** Whether everything was read that was there at the start. */
    public boolean ready() {
        return follower.ready();
    }

    @Override
    public RecipientKey current(KeyOwner owner) {
        return follower.known()
                .current(owner, clock.instant())
                .orElseThrow(() -> new OutageException("no usable public key of " + owner + " is known yet"));
    }

    /** Ordered by owner, an owner's latest key last; empty before {@link #ready}. */
    public List<AnnouncedKey> keys() {
        return ready() ? follower.known().all() : List.of();
    }

    boolean holds(KeyOwner owner, RecipientKey key) {
        return follower.known().holds(owner, key);
    }

    /** Stops the thread and waits for it. */
    @Override
    public void close() {
        follower.close();
    }
}
