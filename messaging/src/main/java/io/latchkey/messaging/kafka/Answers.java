package io.latchkey.messaging.kafka;

import io.latchkey.messaging.engine.OutageException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.KafkaFuture;

/**
 * Waits for an admin client's answers; none in time, or a refusal, is an outage.
 *
 * @param otherwise what the outage is called
 */
record Answers(String otherwise, Duration patience) {

    <T> T await(KafkaFuture<T> answer) {
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            var cause = e.getCause() == null ? e : e.getCause();
            throw new OutageException(otherwise + ": " + cause.getClass().getSimpleName(), e);
        } catch (TimeoutException e) {
            throw new OutageException(otherwise + ": no answer within " + patience.toSeconds() + " s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OutageException("interrupted: " + otherwise);
        }
    }
}
