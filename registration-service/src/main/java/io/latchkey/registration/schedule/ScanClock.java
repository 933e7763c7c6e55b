package io.latchkey.registration.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.stereotype.Component;

/** The clock by which due dates are judged. A demonstration may turn it; nothing else looks at it. */
@Component
public class ScanClock implements InstantSource {

    private volatile Duration ahead = Duration.ZERO;

    @Override
    public Instant instant() {
        return Instant.now().plus(ahead);
    }

    /** @param ahead of the machine's clock */
    public void turn(Duration ahead) {
        this.ahead = ahead;
    }
}
