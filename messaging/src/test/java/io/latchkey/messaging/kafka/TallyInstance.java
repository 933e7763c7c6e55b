package io.latchkey.messaging.kafka;

import static org.awaitility.Awaitility.await;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.latchkey.messaging.engine.Counters;
import io.latchkey.messaging.engine.Engine;
import io.latchkey.messaging.engine.EngineSecret;
import io.latchkey.messaging.engine.Tally;
import io.latchkey.messaging.mongo.AccountKeys;
import io.latchkey.messaging.mongo.MongoStore;
import io.latchkey.messaging.mongo.TallyStates;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;

/** One process of a service that adds up. */
final class TallyInstance implements AutoCloseable {

    private final MongoClient client;
    private final Producer<byte[], byte[]> producer;
    private final IntakeStatus status = new IntakeStatus();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final IntakeConsumer consumer;

    TallyInstance(Inputs inputs, Topics topics, KafkaSettings settings, String mongodb) {
        client = impatientClient(mongodb);
        producer = new KafkaProducer<>(settings.batchProducer());
        var commits = new OffsetCommits();
        var log = new KafkaLog(producer, commits);
        var metrics = new EngineMetrics(meters, inputs.service());
        var engine = new Engine<>(
                inputs.reader(topics),
                new Tally(),
                new Engine.Ports<>(new TextCodec(topics), store(client), Counters.none(), log, Runnable::run),
                new EngineSecret(new byte[32]),
                metrics);
        consumer = new IntakeConsumer(inputs, topics, settings, engine, commits, status, metrics);
        consumer.start();
    }

    private static MongoClient impatientClient(String uri) {
        return MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(uri))
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(1, TimeUnit.SECONDS))
                .build());
    }

    static MongoStore<Long> store(MongoClient client) {
        return new MongoStore<>(client.getDatabase("tally"), "tallies", new TallyStates(false), AccountKeys.none());
    }

    void awaitStarted() {
        await().atMost(Duration.ofSeconds(20)).until(() -> status.reason().isEmpty());
    }

    IntakeStatus status() {
        return status;
    }

    SimpleMeterRegistry meters() {
        return meters;
    }

    @Override
    public void close() {
        consumer.stop();
        producer.close();
        client.close();
    }
}
