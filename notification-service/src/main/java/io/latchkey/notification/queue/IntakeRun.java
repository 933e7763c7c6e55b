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
        REMEMBER,
        INSERT,
        RESOLVE,
        WITHDRAW,
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
    private Withdrawals withdrawals;
    private Action next = Action.DECODE;

    IntakeRun(NotificationIntake intake, List<InputRecord> batch) {
        this.intake = intake;
        this.ports = intake.ports();
        this.batch = List.copyOf(batch);
        this.arrivals = new Arrivals(intake, List.of());
        this.withdrawals = new Withdrawals(ports, List.of());
    }

    @Override
    public boolean step() {
        next = switch (next) {
            case DECODE -> decode();
            case REMEMBER -> after(withdrawals::remember, arrivals.isEmpty() ? Action.WITHDRAW : Action.INSERT);
            case INSERT -> arrivals.insert() ? stored() : Action.RESOLVE;
            case RESOLVE -> arrivals.resolve() ? stored() : Action.INSERT;
            case WITHDRAW -> withdrawals.withdraw() ? withdrawn() : Action.WITHDRAW;
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

    private Action decoded() {
        if (withdrawals.isEmpty()) {
            return arrivals.isEmpty() ? Action.PRODUCE : Action.INSERT;
        }
        return Action.REMEMBER;
    }

    private Action stored() {
        return withdrawals.isEmpty() ? Action.HAND_OVER : Action.WITHDRAW;
    }

    private Action withdrawn() {
        return arrivals.isEmpty() ? Action.PRODUCE : Action.HAND_OVER;
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
        arrivals = new Arrivals(intake, of(requests, Request.OfNotification.class));
        withdrawals = new Withdrawals(
                ports,
                of(requests, Request.Remember.class).stream()
                        .map(Request.Remember::learned)
                        .toList());
        return decoded();
    }

    private static <R extends Request> List<R> of(List<Request> requests, Class<R> type) {
        return requests.stream().filter(type::isInstance).map(type::cast).toList();
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
