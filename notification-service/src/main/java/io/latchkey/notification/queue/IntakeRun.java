package io.latchkey.notification.queue;

import io.latchkey.messaging.engine.BatchRun;
import io.latchkey.messaging.engine.DeadLetterReason;
import io.latchkey.messaging.engine.InputPartition;
import io.latchkey.messaging.engine.InputRecord;
import io.latchkey.messaging.engine.LogEntry;
import io.latchkey.messaging.engine.OutputRecord;
import io.latchkey.messaging.engine.Redrives;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One polled batch on its way into the queue. */
final class IntakeRun implements BatchRun {

    private enum Action {
        DECODE,
        INSERT,
        RESOLVE,
        HAND_OVER,
        PRODUCE,
        RAISE,
        COMMIT,
        DONE
    }

    private final NotificationIntake intake;
    private final QueuePorts ports;
    private final List<InputRecord> batch;
    private List<OutputRecord> deadLetters = List.of();
    private Arrivals arrivals;
    private Action next = Action.DECODE;

    IntakeRun(NotificationIntake intake, List<InputRecord> batch) {
        this.intake = intake;
        this.ports = intake.ports();
        this.batch = List.copyOf(batch);
        this.arrivals = new Arrivals(intake, List.of());
    }

    @Override
    public boolean step() {
        next = switch (next) {
            case DECODE -> decode();
            case INSERT -> arrivals.insert() ? Action.HAND_OVER : Action.RESOLVE;
            case RESOLVE -> arrivals.resolve() ? Action.HAND_OVER : Action.INSERT;
            case HAND_OVER -> after(arrivals::handOver, Action.PRODUCE);
            case PRODUCE -> after(() -> ports.log().produce(deadLetters), Action.RAISE);
            case RAISE -> after(() -> intake.positions().raise(lastOffsets()), Action.COMMIT);
            case COMMIT -> after(this::commit, Action.DONE);
            case DONE -> Action.DONE;
        };
        return next != Action.DONE;
    }

    @Override
    public void abandoned() {
        arrivals.abandoned();
    }

    private static Action after(Runnable action, Action next) {
        action.run();
        return next;
    }

    private void commit() {
        ports.log().commit(nextOffsets());
        intake.observer().delivered(batch.size(), 0);
    }

    private Action decode() {
        var letters = new ArrayList<OutputRecord>();
        var requests = new ArrayList<Request>();
        for (var input : batch) {
            switch (intake.redrives().read(input)) {
                case Redrives.Read.Entry(LogEntry entry) -> read(entry, letters, requests);
                case Redrives.Read.Malformed(String detail) ->
                    letters.add(deadLetter(LogEntry.of(input), DeadLetterReason.INVALID_REDRIVE, detail));
            }
        }
        deadLetters = letters;
        arrivals = new Arrivals(intake, requests);
        return requests.isEmpty() ? Action.PRODUCE : Action.INSERT;
    }

    private void read(LogEntry entry, List<OutputRecord> letters, List<Request> requests) {
        switch (intake.reader().read(entry.original())) {
            case Reader.Reading.Requests read -> requests.addAll(read.requests());
            case Reader.Reading.Undecodable(DeadLetterReason reason, String detail) ->
                letters.add(deadLetter(entry, reason, detail));
        }
    }

    private OutputRecord deadLetter(LogEntry entry, DeadLetterReason reason, String detail) {
        intake.observer().deadLettered(entry.original(), reason);
        return intake.deadLetters().of(entry, reason, detail);
    }

    private Map<String, Long> lastOffsets() {
        var offsets = new LinkedHashMap<String, Long>();
        batch.forEach(input -> offsets.put(input.partition().id(), input.offset()));
        return offsets;
    }

    private Map<InputPartition, Long> nextOffsets() {
        var offsets = new LinkedHashMap<InputPartition, Long>();
        batch.forEach(input -> offsets.put(input.partition(), input.offset() + 1));
        return offsets;
    }
}
