package io.latchkey.notification.worker;

import static java.util.stream.Collectors.toUnmodifiableMap;

import io.latchkey.messaging.kafka.Retry;
import io.latchkey.notification.delivery.Answer;
import io.latchkey.notification.delivery.Lane;
import io.latchkey.notification.delivery.Notification.Finished;
import io.latchkey.notification.delivery.Notification.Started;
import io.latchkey.notification.queue.Desk;
import io.latchkey.notification.queue.Places;
import io.latchkey.notification.queue.Sender;
import io.latchkey.notification.queue.Stored;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands work from thread to thread. Sends on virtual threads, of which the places bound how many there are; fewer call at
 * once, and the others wait for their turn.
 */
public final class WorkDesk implements Desk {

    private static final Logger LOG = LoggerFactory.getLogger(WorkDesk.class);

    private final Sender sender;
    private final Places places;
    private final Map<Lane, Semaphore> calls;
    private volatile boolean stopping;
    private final Tray<Answered> answers = new Tray<>();
    private final Tray<Finished> ends = new Tray<>();
    private final Semaphore bell = new Semaphore(0);
    private final ExecutorService senders = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("notification-send-", 0).factory());

    /** @param calls at once, by lane */
    public WorkDesk(Sender sender, Places places, Map<Lane, Integer> calls) {
        this.sender = sender;
        this.places = places;
        this.calls = calls.entrySet().stream()
                .collect(toUnmodifiableMap(Map.Entry::getKey, lane -> new Semaphore(lane.getValue(), true)));
    }

    @Override
    public void send(Stored<Started> attempt) {
        senders.execute(() -> {
            try {
                answered(new Answered(attempt, answer(attempt.notification())));
            } finally {
                giveBackPlace(attempt);
            }
        });
    }

    /** In its turn, unless nobody is called any more by then. */
    private Answer answer(Started attempt) {
        var turn = Objects.requireNonNull(calls.get(attempt.message().lane()), "a place is of a lane");
        turn.acquireUninterruptibly();
        try {
            return stopping ? new Answer.NotCalled() : sent(attempt);
        } finally {
            turn.release();
        }
    }

    /** What a fault of an adapter did before it showed, nobody knows. */
    private Answer sent(Started attempt) {
        try {
            return sender.send(attempt);
        } catch (RuntimeException e) {
            LOG.error("{} could not be sent: {}", attempt.id(), Retry.describe(e));
            return new Answer.Lost();
        }
    }

    private void giveBackPlace(Stored<Started> attempt) {
        if (places.giveBack(attempt.notification().message().lane())) {
            bell.release();
        }
    }

    @Override
    public void answered(Answered answered) {
        answers.put(List.of(answered));
    }

    @Override
    public void finished(Collection<Finished> finished) {
        ends.put(finished);
    }

    Tray<Answered> answers() {
        return answers;
    }

    Tray<Finished> ends() {
        return ends;
    }

    /** Rung when a place is free that somebody has asked for in vain. */
    Semaphore bell() {
        return bell;
    }

    /** Waits for the calls under way, which are limited in time; those that wait for their turn are not made. */
    void awaitCalls() {
        stopping = true;
        senders.close();
    }

    boolean isStopping() {
        return stopping;
    }
}
