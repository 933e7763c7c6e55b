package io.latchkey.messaging.kafka;

import io.latchkey.messaging.engine.InputRecord;
import io.latchkey.messaging.engine.Intake;
import io.latchkey.messaging.engine.OutageException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Polls everything a service reacts to and hands it to the intake, batch by batch. While a batch is worked on, or something
 * does not answer, it keeps polling with all partitions paused, so that the group does not take them away.
 */
public final class IntakeConsumer implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(IntakeConsumer.class);
    /** Often enough for lag tools; each commit costs the broker a record. */
    private static final Duration COMMIT_INTERVAL = Duration.ofSeconds(1);

    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration PATIENCE_AT_STOP = Duration.ofSeconds(15);

    private final Inputs inputs;
    private final Topics topics;
    private final KafkaSettings settings;
    private final Intake intake;
    private final OffsetCommits commits;
    private final IntakeStatus status;
    private final PolledRecords polled;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private @Nullable Thread thread;
    private @Nullable BatchWorker worker;
    private long committed = System.nanoTime();

    public IntakeConsumer(
            Inputs inputs,
            Topics topics,
            KafkaSettings settings,
            Intake intake,
            OffsetCommits commits,
            IntakeStatus status,
            MisplacedRecords misplaced) {
        this.inputs = inputs;
        this.topics = topics;
        this.settings = settings;
        this.intake = intake;
        this.commits = commits;
        this.status = status;
        this.polled = new PolledRecords(misplaced);
    }

    /** Is told of every record on another partition than its key's; it is handled all the same. */
    @FunctionalInterface
    public interface MisplacedRecords {
        void count(InputRecord record);
    }

    @Override
    public void start() {
        thread = Thread.ofPlatform().name(name()).start(this::run);
    }

    /** Finishes the batch that is being worked on, if that takes no more than 15 seconds. */
    @Override
    public void stop() {
        stopped.countDown();
        var running = thread;
        try {
            if (running != null && !running.join(PATIENCE_AT_STOP)) {
                running.interrupt();
                running.join(PATIENCE_AT_STOP);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null && thread.isAlive();
    }

    private void run() {
        try (Admin admin = Admin.create(settings.common());
                Consumer<byte[], byte[]> consumer =
                        new KafkaConsumer<>(settings.consumer(topics.group(inputs.service())))) {
            var assignment = new Assignment(consumer, intake, commits, new TopicIds(admin), status);
            consumer.subscribe(inputs.names(topics), onRebalance(assignment));
            repeat("topics", () -> !topicsAreRight(admin));
            var settling = new Retry("positions", status, stopped);
            repeat("reading", () -> {
                settle(assignment, settling);
                turn(consumer, assignment);
                return true;
            });
            commit(consumer);
        } catch (RuntimeException | Error e) {
            LOG.error("{} reads no more: {}", name(), Retry.describe(e));
            status.problem("consumer", "the consumer has ended: " + Retry.describe(e));
        }
    }

    /** Until it says that it is done, or the service stops. */
    private void repeat(String what, BooleanSupplier again) {
        var retry = new Retry(what, status, stopped);
        boolean more = true;
        while (more && stopped.getCount() > 0) {
            try {
                more = again.getAsBoolean();
                retry.succeeded();
            } catch (RuntimeException e) {
                retry.failed(e);
            }
        }
    }

    /** Where something does not answer, what was assigned stays paused and is polled all the same, to stay in the group. */
    private static void settle(Assignment assignment, Retry retry) {
        try {
            assignment.settle();
            retry.succeeded();
        } catch (OutageException | KafkaException e) {
            retry.failed(e);
        }
    }

    /** Not one record is taken from topics that would make the promise vain. */
    private boolean topicsAreRight(Admin admin) {
        if (topics.create()) {
            TopicCreation.createMissing(admin, topics);
        }
        var problems = new TopicCheck(admin, topics).problems();
        if (!problems.isEmpty()) {
            throw new OutageException(String.join("; ", problems));
        }
        return true;
    }

    private void turn(Consumer<byte[], byte[]> consumer, Assignment assignment) {
        try {
            var batch = polled.batch(poll(consumer, POLL), assignment);
            if (!batch.isEmpty()) {
                work(batch, consumer, assignment);
            }
            commitNowAndThen(consumer);
        } catch (RuntimeException e) {
            giveUp(assignment);
            throw e;
        }
    }

    private ConsumerRecords<byte[], byte[]> poll(Consumer<byte[], byte[]> consumer, Duration patience) {
        var records = consumer.poll(patience);
        intake.polled();
        return records;
    }

    /** Keeps the membership alive until the batch is done; a rebalance cancels it. */
    private void work(List<InputRecord> batch, Consumer<byte[], byte[]> consumer, Assignment assignment) {
        var current = BatchWorker.start(name(), intake.begin(batch), status);
        worker = current;
        while (!current.ended(POLL)) {
            consumer.pause(consumer.assignment());
            poll(consumer, Duration.ZERO);
        }
        worker = null;
        if (!current.completed()) {
            assignment.reread();
        }
        assignment.resume();
    }

    /** Whatever was polled and not completed is read again from the watermark. */
    private void giveUp(Assignment assignment) {
        if (worker != null) {
            worker.cancel();
            worker = null;
        }
        assignment.reread();
    }

    private void commitNowAndThen(Consumer<byte[], byte[]> consumer) {
        long now = System.nanoTime();
        if (now - committed >= COMMIT_INTERVAL.toNanos()) {
            committed = now;
            commit(consumer);
        }
    }

    private void commit(Consumer<byte[], byte[]> consumer) {
        var offsets = commits.take();
        offsets.keySet().retainAll(consumer.assignment());
        if (!offsets.isEmpty()) {
            consumer.commitAsync(offsets, (unchanged, failure) -> {
                if (failure != null) {
                    LOG.warn("{} could not commit, and tries again: {}", name(), Retry.describe(failure));
                    commits.addIfAbsent(unchanged);
                }
            });
        }
    }

    private ConsumerRebalanceListener onRebalance(Assignment assignment) {
        return new ConsumerRebalanceListener() {
            @Override
            public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
                if (worker != null && !partitions.isEmpty()) {
                    worker.cancel();
                    assignment.reread();
                }
                assignment.revoked(partitions);
            }

            @Override
            public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
                assignment.assigned(partitions);
            }
        };
    }

    private String name() {
        return "latchkey-" + inputs.service();
    }
}
