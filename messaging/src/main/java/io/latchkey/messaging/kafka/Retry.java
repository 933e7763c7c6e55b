package io.latchkey.messaging.kafka;

import io.latchkey.messaging.engine.OutageException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What failed is tried again for ever, ever more slowly, until it succeeds or is cancelled. */
public final class Retry {

    private static final Logger LOG = LoggerFactory.getLogger(Retry.class);
    private static final Duration FIRST = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private final String what;
    private final IntakeStatus status;
    private final CountDownLatch cancelled;
    private Duration pause = FIRST;

    public Retry(String what, IntakeStatus status, CountDownLatch cancelled) {
        this.what = what;
        this.status = status;
        this.cancelled = cancelled;
    }

    public void succeeded() {
        if (!pause.equals(FIRST)) {
            LOG.info("{}: works again", what);
            status.solved(what);
            pause = FIRST;
        }
    }

    /** Waits a while. */
    public void failed(Throwable failure) {
        LOG.warn("{}: tried again in {} ms: {}", what, pause.toMillis(), describe(failure));
        status.problem(what, what + ": " + describe(failure));
        try {
            cancelled.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        pause = pause.multipliedBy(2).compareTo(LONGEST) < 0 ? pause.multipliedBy(2) : LONGEST;
    }

    /** Nobody tries any more: what failed last is no reason not to be ready. */
    void ended() {
        status.solved(what);
    }

    /** Only our own messages are known to hold nothing personal; of others, type and place. */
    public static String describe(Throwable failure) {
        if (failure instanceof OutageException) {
            return String.valueOf(failure.getMessage());
        }
        var place = Arrays.stream(failure.getStackTrace())
                .limit(4)
                .map(StackTraceElement::toString)
                .toList();
        return failure.getClass().getName() + " at " + place;
    }
}
