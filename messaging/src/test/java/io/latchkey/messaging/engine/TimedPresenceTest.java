package io.latchkey.messaging.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TimedPresenceTest {

    private static final Duration LASTS = Duration.ofSeconds(45);

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);
    private final Presence presence = new TimedPresence(LASTS, nanos::get);

    @Test
    void itLastsForATimeAlsoWhereTheClockOverflows() {
        pass(LASTS.minusNanos(1));
        assertThat(presence.confirmed()).isTrue();
        pass(Duration.ofNanos(1));
        assertThat(presence.confirmed()).isFalse();
    }

    @Test
    void aConfirmationRenewsIt() {
        pass(Duration.ofHours(1));
        presence.confirm();
        assertThat(presence.confirmed()).isTrue();
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
