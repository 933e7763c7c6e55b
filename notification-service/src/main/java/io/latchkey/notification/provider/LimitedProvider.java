package io.latchkey.notification.provider;

import io.latchkey.notification.delivery.Answer;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Ends a call after a time, whatever the protocol's own time-outs add up to, so that no call outlasts its lease. The
 * interrupted call may have reached the provider: its answer is lost.
 */
public final class LimitedProvider<L extends Letter> implements Provider<L> {

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
            throw e.getCause() instanceof RuntimeException fault ? fault : new IllegalStateException(e.getCause());
        }
    }
}
