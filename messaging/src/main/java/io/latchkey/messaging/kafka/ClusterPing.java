package io.latchkey.messaging.kafka;

import io.latchkey.messaging.engine.OutageException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;

/** Asks a cluster who it is, to know whether it answers. */
public final class ClusterPing implements AutoCloseable {

    private static final long TIMEOUT_SECONDS = 3;

    private final Admin admin;

    public ClusterPing(KafkaSettings settings) {
        this.admin = Admin.create(settings.common());
    }

    /** @throws OutageException if the cluster does not answer within 3 seconds */
    public void ping() {
        try {
            admin.describeCluster().clusterId().get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new OutageException("Kafka does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OutageException("interrupted while asking Kafka");
        }
    }

    @Override
    public void close() {
        admin.close();
    }
}
