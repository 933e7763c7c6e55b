package io.latchkey.messaging.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.latchkey.infrastructure.database.EmbeddedDatabase;
import io.latchkey.messaging.decision.AggregateKey;
import io.latchkey.messaging.engine.Codec;
import io.latchkey.messaging.engine.Counters;
import io.latchkey.messaging.engine.Decoded;
import io.latchkey.messaging.engine.Engine;
import io.latchkey.messaging.engine.Envelope;
import io.latchkey.messaging.engine.InputPartition;
import io.latchkey.messaging.engine.InputRecord;
import io.latchkey.messaging.engine.Log;
import io.latchkey.messaging.engine.OutageException;
import io.latchkey.messaging.engine.OutputRecord;
import io.latchkey.messaging.engine.Presence;
import io.latchkey.messaging.engine.StoreContract;
import io.latchkey.messaging.engine.Sweep;
import io.latchkey.messaging.engine.ValueStamp;
import io.latchkey.messaging.engine.Values;
import io.latchkey.messaging.kafka.EngineMetrics;
import io.latchkey.messaging.mongo.AccountKeys;
import io.latchkey.messaging.mongo.Leases;
import io.latchkey.messaging.mongo.MongoStore;
import io.latchkey.messaging.mongo.TallyStates;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SweepLifecycleTest {

    private static final SweepProperties FAST = new SweepProperties(
            Duration.ofSeconds(1), Duration.ofMillis(100), 10, Duration.ofDays(30), Duration.ofMinutes(5));

    private final EmbeddedDatabase server = EmbeddedDatabase.inMemory();
    private final MongoClient client = MongoClients.create(server.uri());
    private final MongoDatabase database = client.getDatabase("sweep");
    private final MongoStore<Long> store =
            new MongoStore<>(database, "tallies", new TallyStates(false), AccountKeys.none());
    private final List<SweepLifecycle> started = new ArrayList<>();

    @BeforeEach
    void oneDocument() {
        store.write(List.of(StoreContract.document("acme/ann", 1, 7L)));
    }

    @AfterEach
    void stop() {
        started.forEach(SweepLifecycle::stop);
        client.close();
        server.close();
    }

    @Test
    void whateverGoesWrongIsTriedAgainAtTheNextInterval() {
        var log = new FailingLog(new OutageException("gone"), new IllegalStateException("odd"), new AssertionError());
        start(log);

        await().atMost(Duration.ofSeconds(20)).until(() -> log.produced.size() >= 2);
        assertThat(log.failures).isEmpty();
    }

    @Test
    void oneInstanceSweepsAtATime() {
        var first = new FailingLog();
        var second = new FailingLog();
        start(first);
        await().atMost(Duration.ofSeconds(20)).until(() -> !first.produced.isEmpty());
        start(second);

        await().atMost(Duration.ofSeconds(20)).until(() -> first.produced.size() >= 3);
        assertThat(second.produced).isEmpty();
    }

    @Test
    void aStoppedOneSweepsNoMore() {
        var log = new FailingLog();
        var lifecycle = start(log);
        await().atMost(Duration.ofSeconds(20)).until(() -> !log.produced.isEmpty());

        lifecycle.stop();

        assertThat(lifecycle.isRunning()).isFalse();
        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(thread -> thread.getName().equals("latchkey-sweep-tally") && thread.isAlive());
    }

    private SweepLifecycle start(Log log) {
        var presence = Presence.always();
        var ports = new Engine.Ports<>(new NoCodec(), store, Counters.none(), log, Runnable::run, new Sums(), presence);
        var metrics = new EngineMetrics(new SimpleMeterRegistry(), "tally");
        var sweep = new Sweep<>(ports, FAST.pace(), InstantSource.system(), metrics);
        var lifecycle = new SweepLifecycle("tally", sweep, new Leases(database), presence, FAST);
        lifecycle.start();
        started.add(lifecycle);
        return lifecycle;
    }

    private static final class FailingLog implements Log {
        private final List<Throwable> failures;
        private final List<OutputRecord> produced = new CopyOnWriteArrayList<>();

        private FailingLog(Throwable... failures) {
            this.failures = new CopyOnWriteArrayList<>(failures);
        }

        @Override
        public void produce(List<OutputRecord> records) {
            if (!failures.isEmpty()) {
                switch (failures.removeFirst()) {
                    case RuntimeException e -> throw e;
                    case Error e -> throw e;
                    case Throwable e -> throw new IllegalStateException(e);
                }
            }
            produced.addAll(records);
        }

        @Override
        public void commit(Map<InputPartition, Long> next) {}
    }

    private static final class Sums implements Values<Long> {
        @Override
        public String eventsOf(AggregateKey key) {
            return "events";
        }

        @Override
        public Optional<OutputRecord> of(AggregateKey key, @Nullable Long state, ValueStamp stamp) {
            return Optional.of(new OutputRecord("sums", null, null, List.of()));
        }
    }

    /** A sweep reads no record and encodes no outcome. */
    private static final class NoCodec implements Codec<String, String> {
        @Override
        public Decoded<String> decode(InputRecord input) {
            throw new UnsupportedOperationException();
        }

        @Override
        public String topicOf(String outcome) {
            throw new UnsupportedOperationException();
        }

        @Override
        public OutputRecord encode(String outcome, Envelope envelope) {
            throw new UnsupportedOperationException();
        }
    }
}
