package io.latchkey.operations.accounts;

import io.latchkey.messaging.avro.AvroValues;
import io.latchkey.messaging.engine.OutageException;
import io.latchkey.messaging.sealing.Fingerprint;
import io.latchkey.messaging.sealing.HpkeSealer;
import io.latchkey.messaging.sealing.KeyDirectory;
import io.latchkey.messaging.sealing.Sealer;
import io.latchkey.operations.cluster.Cluster;
import io.latchkey.operations.terminal.OperatorFailure;
import io.latchkey.schemas.KeyOwner;
import java.time.InstantSource;
import java.util.Collection;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The public keys of an installation, followed while an import runs, so that a new key is used as soon as it is announced. */
final class PublicKeys implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 20;

    private final KeyDirectory directory;

    private PublicKeys(KeyDirectory directory) {
        this.directory = directory;
    }

    /**
     * @param pinned the only keys to accept; empty to accept all
     * @throws OperatorFailure if there is no key of registration to seal with
     */
    static PublicKeys read(Cluster cluster, String topic, AvroValues values, Collection<Fingerprint> pinned) {
        if (!cluster.has(topic)) {
            throw new OperatorFailure("Kafka at " + cluster.address() + " has no topic " + topic
                    + ", or does not let you see it: check --prefix and whether you may read it");
        }
        var keys = new PublicKeys(new KeyDirectory(cluster::reader, topic, values, pinned, InstantSource.system()));
        try {
            keys.awaitRead(topic, pinned);
            return keys;
        } catch (RuntimeException e) {
            keys.close();
            throw e;
        }
    }

    private void awaitRead(String topic, Collection<Fingerprint> pinned) {
        var read = new CountDownLatch(1);
        directory.start(read::countDown);
        try {
            if (!read.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new OperatorFailure(topic + " could not be read within " + PATIENCE_SECONDS
                        + " s: check --schema-registry and whether you may read the topic");
            }
            fingerprint();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OperatorFailure("interrupted", e);
        } catch (OutageException e) {
            throw new OperatorFailure(
                    topic + " has no public key of registration"
                            + (pinned.isEmpty() ? ": has the service started?" : " with a given --fingerprint"),
                    e);
        }
    }

    /** Of the key that is used now. */
    Fingerprint fingerprint() {
        return directory.current(KeyOwner.REGISTRATION).fingerprint();
    }

    Sealer sealer() {
        return new HpkeSealer(directory, InstantSource.system());
    }

    @Override
    public void close() {
        directory.close();
    }
}
