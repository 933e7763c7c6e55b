package io.latchkey.notification.worker;

import static io.latchkey.notification.delivery.Fixture.*;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import io.latchkey.infrastructure.database.EmbeddedDatabase;
import io.latchkey.messaging.engine.InputPartition;
import io.latchkey.messaging.engine.Log;
import io.latchkey.messaging.engine.OutageException;
import io.latchkey.messaging.engine.OutputRecord;
import io.latchkey.messaging.kafka.IntakeStatus;
import io.latchkey.notification.delivery.Answer;
import io.latchkey.notification.delivery.Backoff;
import io.latchkey.notification.delivery.Channel;
import io.latchkey.notification.delivery.Delivery;
import io.latchkey.notification.delivery.Lane;
import io.latchkey.notification.delivery.Notification.Accepted;
import io.latchkey.notification.delivery.Notification.Finished;
import io.latchkey.notification.delivery.Notification.Queued;
import io.latchkey.notification.delivery.Notification.Started;
import io.latchkey.notification.delivery.Notification.Unknown;
import io.latchkey.notification.mongo.Databases;
import io.latchkey.notification.queue.NotificationStore;
import io.latchkey.notification.queue.Places;
import io.latchkey.notification.queue.QueuePorts;
import io.latchkey.notification.queue.Reports;
import io.latchkey.notification.queue.Sender;
import io.latchkey.notification.queue.Stored;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The threads: who waits for whom, and how they end. */
class WorkersTest {

    private static final Lane CODES = new Lane(Channel.SMS, true);
    private static final int CALLS = 3;

    private final EmbeddedDatabase database = EmbeddedDatabase.inMemory();
    private final Databases databases = new Databases(database.uri());
    private final NotificationStore store = databases.store();
    private final Bus bus = new Bus();
    private final List<Finished> told = new CopyOnWriteArrayList<>();
    private final Provider provider = new Provider();
    private Places places = places(CALLS);
    private WorkDesk desk = desk();
    private Workers workers = workers();

    @AfterEach
    void close() {
        provider.letGo(1_000);
        workers.stop();
        databases.close();
        database.close();
    }

    @Test
    void neverCallMoreAtOnceThanThereArePlaces() {
        waiting(20);
        workers.start();

        Awaitility.await().until(() -> provider.calling() == 3);
        provider.letGo(20);

        Awaitility.await().until(() -> told.size() == 20);
        assertThat(provider.most).isEqualTo(3);
    }

    @Test
    void finishAtTheStopWhatTheyBeganAndBeginNothingMore() {
        waiting(10);
        workers.start();
        Awaitility.await().until(() -> provider.calling() == 3);

        var stop = Thread.ofVirtual().start(workers::stop);
        Awaitility.await().until(() -> !workers.claims());
        provider.letGo(3);

        Awaitility.await().until(() -> !stop.isAlive());
        assertThat(told).hasSize(3);
        assertThat(store.due(CODES, Instant.now(), 100)).hasSize(7);
    }

    @Test
    void recordAnswersWhileTheBusIsDown() {
        bus.down = true;
        waiting(3);
        workers.start();
        provider.letGo(3);

        Awaitility.await().until(() -> store.untold(Instant.now(), 10).size() == 3);
        assertThat(told).isEmpty();

        bus.down = false;
        Awaitility.await().until(() -> told.size() == 3);
        assertThat(bus.records).isEqualTo(3);
    }

    @Test
    void takeAFaultOfAnAdapterForALostAnswer() {
        provider.failing = true;
        waiting(3);
        workers.start();

        Awaitility.await().until(() -> told.size() == 3);

        assertThat(told).hasOnlyElementsOfType(Unknown.class);
        assertThat(provider.failed).isEqualTo(6);
    }

    @Test
    void startAheadOfTheirCallsWhatWaitsForItsTurn() {
        startsAhead(5);
        waiting(20);
        workers.start();

        Awaitility.await().until(() -> started() == 8 && provider.calling() == 3);
        provider.letGo(20);

        Awaitility.await().until(() -> told.size() == 20);
        assertThat(provider.most).isEqualTo(3);
        assertThat(told).hasOnlyElementsOfType(Accepted.class);
    }

    @Test
    void putBackAtTheStopWhatWaitsForItsTurn() {
        startsAhead(5);
        waiting(10);
        workers.start();
        Awaitility.await().until(() -> started() == 8 && provider.calling() == 3);

        var stop = Thread.ofVirtual().start(workers::stop);
        Awaitility.await().until(desk::isStopping);
        provider.letGo(3);

        Awaitility.await().until(() -> !stop.isAlive());
        assertThat(provider.called).isEqualTo(3);
        assertThat(told).hasSize(3);
        assertThat(started()).isZero();
        assertThat(store.due(CODES, Instant.now(), 100))
                .hasSize(7)
                .extracting(Stored::notification)
                .allSatisfy(notification -> assertThat(notification)
                        .isInstanceOfSatisfying(
                                Queued.class,
                                queued -> assertThat(queued.progress()).isEqualTo(progress(0, 0))));
    }

    /** By what is stored: their lease runs. */
    private long started() {
        return databases.database().getCollection("notifications").countDocuments(Filters.eq("state", "STARTED"));
    }

    private void waiting(int count) {
        var expiry = Instant.now().plus(Duration.ofHours(1));
        store.insert(IntStream.range(0, count)
                .mapToObj(i -> new Queued(message(UUID.randomUUID(), Channel.SMS, expiry), progress(0, 0), NOON))
                .toList());
    }

    private void startsAhead(int ahead) {
        places = places(CALLS + ahead);
        desk = desk();
        workers = workers();
    }

    private static Places places(int size) {
        return new Places("test", Duration.ofMinutes(1), Map.of(CODES, size), Map.of(Channel.SMS, "acme"));
    }

    private WorkDesk desk() {
        return new WorkDesk(provider, places, Map.of(CODES, CALLS));
    }

    private Workers workers() {
        var delivery = new Delivery(new Backoff(Duration.ofMillis(10), Duration.ofMillis(10)));
        var ports = new QueuePorts(store, bus, places, desk, delivery, InstantSource.system());
        Reports reports =
                end -> new OutputRecord("events", null, end.id().toString().getBytes(UTF_8), List.of());
        var properties = new WorkerProperties(
                0,
                CALLS,
                1,
                1,
                1,
                Duration.ofMinutes(1),
                Duration.ofMillis(20),
                Duration.ofMillis(10),
                Duration.ofMillis(10));
        return new Workers(desk, ports, reports, properties, new Workers.Parties(new IntakeStatus(), told::add));
    }

    /** Answers when it is let go. */
    private static final class Provider implements Sender {

        private final Semaphore answers = new Semaphore(0);
        private final Set<Started> calling = ConcurrentHashMap.newKeySet();
        private volatile int called;
        private volatile int most;
        private volatile int failed;
        private volatile boolean failing;

        @Override
        public Answer send(Started attempt) {
            if (failing) {
                fail();
            }
            begin(attempt);
            answers.acquireUninterruptibly();
            calling.remove(attempt);
            return new Answer.Accepted();
        }

        private synchronized void begin(Started attempt) {
            calling.add(attempt);
            called++;
            most = Math.max(most, calling.size());
        }

        private synchronized void fail() {
            failed++;
            throw new IllegalStateException("a fault that may quote a number");
        }

        int calling() {
            return calling.size();
        }

        void letGo(int count) {
            answers.release(count);
        }
    }

    private static final class Bus implements Log {

        private volatile boolean down;
        private volatile int records;

        @Override
        public synchronized void produce(List<OutputRecord> outputs) {
            if (down) {
                throw new OutageException("the bus is down");
            }
            records += outputs.size();
        }

        @Override
        public void commit(Map<InputPartition, Long> next) {}
    }
}
