package io.latchkey.crashtest.launcher;

import static io.latchkey.crashtest.fault.HaltingPoint.BEFORE_WATERMARK;

import io.latchkey.messaging.engine.Store;
import io.latchkey.notification.queue.Positions;
import java.time.Instant;
import java.util.Map;

/** Notification's watermark. */
record HaltingPositions(Positions positions, HaltSwitch halt) implements Positions {

    @Override
    public void raise(Map<String, Long> delivered) {
        halt.passing(BEFORE_WATERMARK);
        positions.raise(delivered);
    }

    @Override
    public Store.Progress progress() {
        return positions.progress();
    }

    @Override
    public void restored(Instant at) {
        positions.restored(at);
    }
}
