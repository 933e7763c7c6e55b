package io.latchkey.notification.queue;

import io.latchkey.messaging.engine.BatchRun;
import io.latchkey.messaging.engine.DeadLetters;
import io.latchkey.messaging.engine.EngineObserver;
import io.latchkey.messaging.engine.InputPartition;
import io.latchkey.messaging.engine.InputRecord;
import io.latchkey.messaging.engine.Intake;
import io.latchkey.messaging.engine.Redrives;
import io.latchkey.messaging.engine.Service;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Takes requests in from the log. The watermark is raised only after every notification of a batch is stored; a record
 * read again finds its notification under way or archived, and changes nothing.
 */
public final class NotificationIntake implements Intake {

    private final Reader reader;
    private final Positions positions;
    private final DeadLetters deadLetters;
    private final Redrives redrives;
    private final QueuePorts ports;
    private final EngineObserver observer;
    private Instant restoredAt = Instant.EPOCH;

    public NotificationIntake(
            Reader reader, Positions positions, Service service, QueuePorts ports, EngineObserver observer) {
        this.reader = reader;
        this.positions = positions;
        this.deadLetters = new DeadLetters(service.name());
        this.redrives = new Redrives(service);
        this.ports = ports;
        this.observer = observer;
    }

    @Override
    public Map<String, Long> watermarks() {
        var progress = positions.progress();
        restoredAt = progress.restoredAt();
        return progress.delivered();
    }

    @Override
    public void restored(Instant at) {
        positions.restored(at);
        restoredAt = at;
    }

    /** Nothing is pending from records: what was taken in is in the store and finds its own way. */
    @Override
    public void skip(InputPartition partition, long next) {
        positions.raise(Map.of(partition.id(), next - 1));
    }

    @Override
    public BatchRun begin(List<InputRecord> batch) {
        return new IntakeRun(this, batch);
    }

    Reader reader() {
        return reader;
    }

    Positions positions() {
        return positions;
    }

    DeadLetters deadLetters() {
        return deadLetters;
    }

    Redrives redrives() {
        return redrives;
    }

    QueuePorts ports() {
        return ports;
    }

    EngineObserver observer() {
        return observer;
    }

    /** The epoch of a notification that begins with a record of this log time. */
    Instant epoch(Instant logTime) {
        return logTime.isAfter(restoredAt) ? logTime : restoredAt;
    }
}
