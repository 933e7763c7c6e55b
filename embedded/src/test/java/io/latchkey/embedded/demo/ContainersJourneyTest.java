package io.latchkey.embedded.demo;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.latchkey.embedded.installation.External;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.mongodb.MongoDBContainer;

/** On a real Kafka and a real MongoDB; skipped where there is no Docker. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ContainersJourneyTest implements Journey {

    private final KafkaContainer kafka = new KafkaContainer("apache/kafka:4.1.0");
    private final MongoDBContainer mongodb = new MongoDBContainer("mongo:8.0.13");
    private @Nullable Performer performer;

    /** Before each, so that each is reported as skipped. */
    @BeforeEach
    void startOnce() {
        assumeTrue(DockerClientFactory.instance().isDockerAvailable(), "there is no Docker here");
        if (performer == null) {
            performer = started();
        }
    }

    private Performer started() {
        kafka.start();
        mongodb.start();
        return Performer.on(new External(mongodb.getConnectionString(), kafka.getBootstrapServers(), null));
    }

    @Override
    public Portal portal() {
        return Objects.requireNonNull(performer).portal();
    }

    @Override
    public Inbox inbox() {
        return Objects.requireNonNull(performer).inbox();
    }

    @AfterAll
    void stop() throws InterruptedException {
        if (performer != null) {
            performer.close();
        }
        mongodb.stop();
        kafka.stop();
    }
}
