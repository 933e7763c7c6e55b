package io.latchkey.bench.preload;

import io.latchkey.messaging.engine.DeadLetterReason;
import io.latchkey.messaging.engine.EngineObserver;
import io.latchkey.messaging.engine.InputRecord;

/** Everything that is fed here is new, and right. */
final class Strict implements EngineObserver {

    @Override
    public void delivered(int records, int outcomes) {}

    @Override
    public void repeated(InputRecord record) {
        throw new IllegalStateException(record + " counts as a repeat");
    }

    @Override
    public void deadLettered(InputRecord record, DeadLetterReason reason) {
        throw new IllegalStateException(record + " is a dead letter: " + reason);
    }

    @Override
    public void failed(InputRecord record, RuntimeException failure) {
        throw new IllegalStateException(record + " could not be decided", failure);
    }

    @Override
    public void lostRaces(int documents) {
        throw new IllegalStateException("nobody else is here to win a race");
    }
}
