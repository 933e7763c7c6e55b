package io.latchkey.messaging.kafka;

import java.time.Duration;
import org.apache.kafka.clients.admin.Admin;

/** Asks a cluster who it is, to know whether it answers. */
public final class ClusterPing implements AutoCloseable {

    private final Admin admin;
    private final Answers answers = new Answers("Kafka does not answer", Duration.ofSeconds(3));

    public ClusterPing(KafkaSettings settings) {
        this.admin = Admin.create(settings.common());
    }

    /** @throws io.latchkey.messaging.engine.OutageException if the cluster does not answer within 3 seconds */
    public void ping() {
        answers.await(admin.describeCluster().clusterId());
    }

    @Override
    public void close() {
        admin.close();
    }
}
