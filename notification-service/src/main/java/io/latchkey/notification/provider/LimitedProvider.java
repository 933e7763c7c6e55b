package io.latchkey.notification.provider;

import static java.util.Objects.requireNonNullElse;

import io.latchkey.messaging.kafka.Retry;
import io.latchkey.notification.delivery.Answer;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends a call after a time, whatever the protocol's own time-outs add up to, so that no call outlasts its lease. The
 * interrupted call may have reached the provider: its answer is lost, and so is that of a call that ends in a fault, whose
 * text goes nowhere because it may quote what was sent.
 */
public final class LimitedProvider<L extends Letter> implements Provider<L> {

    private static final Logger LOG = LoggerFactory.getLogger(LimitedProvider.class);

    private final Provider<L> provider;
    private final Duration limit;

    public LimitedProvider(Provider<L> provider, Duration limit) {
        this.provider = provider;
        this.limit = limit;
    }

    @Override
    public String name() {
        return provider.name();
    }

    @Override
    public Answer send(L letter) {
        var call = new FutureTask<>(() -> provider.send(letter));
        var caller = Thread.ofVirtual().name(name() + "-call").start(call);
        try {
            return call.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            caller.interrupt();
            return new Answer.Lost();
        } catch (InterruptedException e) {
            caller.interrupt();
            Thread.currentThread().interrupt();
            return new Answer.Lost();
        } catch (ExecutionException e) {
            LOG.error("{} could not be called: {}", name(), Retry.describe(requireNonNullElse(e.getCause(), e)));
            return new Answer.Lost();
        }
    }
}
