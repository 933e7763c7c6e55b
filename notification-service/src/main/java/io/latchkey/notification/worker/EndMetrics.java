package io.latchkey.notification.worker;

import io.latchkey.notification.delivery.Notification.Finished;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Times notifications from the log time of what they tell on to their end, as {@code latchkey.notification.delivery} by
 * end, purpose and channel.
 */
public final class EndMetrics implements Consumer<Finished> {

    private final MeterRegistry registry;

    public EndMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void accept(Finished end) {
        registry.timer(
                        "latchkey.notification.delivery",
                        "end",
                        end.getClass().getSimpleName(),
                        "purpose",
                        end.message().content().purpose().name(),
                        "channel",
                        end.message().channel().name())
                .record(Duration.between(end.message().cause().at(), end.finishedAt()));
    }
}
