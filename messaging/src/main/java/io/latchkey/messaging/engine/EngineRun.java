package io.latchkey.messaging.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One polled batch on its way through the engine. */
final class EngineRun<S, C, O> implements BatchRun {

    private enum Action {
        DECODE,
        LOAD,
        PREPARE,
        RESERVE,
        FOLD,
        WRITE,
        PRODUCE,
        RAISE,
        COMMIT,
        DONE
    }

    private final Engine<S, C, O> engine;
    private final List<InputRecord> batch;
    private final Map<InputRecord, DeadLetterReason> undecodables = new LinkedHashMap<>();
    private List<OutputRecord> deadLetters = List.of();
    private Round<S, C, O> round;
    private Action next = Action.DECODE;

    EngineRun(Engine<S, C, O> engine, List<InputRecord> batch) {
        this.engine = engine;
        this.batch = List.copyOf(batch);
        this.round = new Round<>(engine, Map.of());
    }

    @Override
    public boolean step() {
        next = switch (next) {
            case DECODE -> decode();
            case LOAD -> after(round::load, Action.PREPARE);
            case PREPARE -> after(round::prepare, Action.RESERVE);
            case RESERVE -> after(round::reserve, Action.FOLD);
            case FOLD -> after(round::fold, Action.WRITE);
            case WRITE -> after(round::write, Action.PRODUCE);
            case PRODUCE -> produce();
            case RAISE -> after(() -> engine.raise(lastOffsets()), Action.COMMIT);
            case COMMIT -> after(() -> engine.ports().log().commit(nextOffsets()), Action.DONE);
            case DONE -> Action.DONE;
        };
        return next != Action.DONE;
    }

    private static Action after(Runnable action, Action next) {
        action.run();
        return next;
    }

    private Action decode() {
        undecodables.clear();
        var letters = new ArrayList<OutputRecord>();
        var works = new LinkedHashMap<String, Deque<Work<C>>>();
        for (var input : batch) {
            if (!engine.delivered().covers(input)) {
                decode(input, letters, works);
            }
        }
        deadLetters = letters;
        round = new Round<>(engine, works);
        return works.isEmpty() ? Action.PRODUCE : Action.LOAD;
    }

    private void decode(InputRecord input, List<OutputRecord> letters, Map<String, Deque<Work<C>>> works) {
        switch (decoded(input)) {
            case Decoded.Relevant<C> record ->
                works.computeIfAbsent(record.key().value(), key -> new ArrayDeque<>())
                        .add(new Work<>(input, record));
            case Decoded.Irrelevant<C> ignored -> {}
            case Decoded.Undecodable<C> undecodable -> {
                undecodables.put(input, undecodable.reason());
                letters.add(engine.deadLetters().of(input, undecodable.reason(), undecodable.detail()));
            }
        }
    }

    /** A translation that throws on a record would throw again: the fault is ours, and costs this record alone. */
    private Decoded<C> decoded(InputRecord input) {
        if (input.size() > Engine.MAX_RECORD_BYTES) {
            return new Decoded.Undecodable<>(
                    DeadLetterReason.TOO_LARGE, input.size() + " bytes, at most " + Engine.MAX_RECORD_BYTES);
        }
        try {
            return engine.ports().codec().decode(input);
        } catch (OutageException e) {
            throw e;
        } catch (RuntimeException e) {
            engine.observer().failed(input, e);
            return new Decoded.Undecodable<>(
                    DeadLetterReason.DECISION_FAILED, "reading it threw; see the service's log");
        }
    }

    private Action produce() {
        round.produce(deadLetters);
        undecodables.forEach(engine.observer()::deadLettered);
        undecodables.clear();
        deadLetters = List.of();
        var left = round.left();
        round = new Round<>(engine, left);
        return left.isEmpty() ? Action.RAISE : Action.LOAD;
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
