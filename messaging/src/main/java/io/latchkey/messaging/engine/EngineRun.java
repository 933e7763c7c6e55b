package io.latchkey.messaging.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One polled batch on its way through the engine. */
final class EngineRun<S, C, O> implements BatchRun {

    private enum Action {
        DECODE,
        LOAD,
        PREPARE,
        RESERVE,
        FOLD,
        WRITE,
        DESTROY,
        PRODUCE,
        TELL,
        COMPARE,
        FORGET,
        RAISE,
        COMMIT,
        DONE
    }

    private final Engine<S, C, O> engine;
    private final List<InputRecord> batch;
    private final List<Undelivered> undecodables = new ArrayList<>();
    private final Set<String> erased = new HashSet<>();
    private List<OutputRecord> deadLetters = List.of();
    private Round<S, C, O> round;
    private Action next = Action.DECODE;

    /** A record of which no dead letter is acknowledged yet. */
    private record Undelivered(InputRecord record, DeadLetterReason reason) {}

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
            case WRITE -> write();
            case DESTROY -> after(round::destroy, Action.PRODUCE);
            case PRODUCE -> produce();
            case TELL -> tell();
            case COMPARE -> compare();
            case FORGET -> engine.forget(erased) ? Action.RAISE : Action.FORGET;
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
        engine.uncompared().forEach(key -> works.putIfAbsent(key, new ArrayDeque<>()));
        deadLetters = letters;
        round = new Round<>(engine, works);
        return works.isEmpty() ? Action.PRODUCE : Action.LOAD;
    }

    private void decode(InputRecord input, List<OutputRecord> letters, Map<String, Deque<Work<C>>> works) {
        switch (engine.redrives().read(input)) {
            case Redrives.Read.Entry(LogEntry entry) -> decode(entry, letters, works);
            case Redrives.Read.Malformed(String detail) ->
                undecodable(LogEntry.of(input), DeadLetterReason.INVALID_REDRIVE, detail, letters);
        }
    }

    private void decode(LogEntry entry, List<OutputRecord> letters, Map<String, Deque<Work<C>>> works) {
        switch (decoded(entry.original())) {
            case Decoded.Relevant<C> record ->
                works.computeIfAbsent(record.key().value(), key -> new ArrayDeque<>())
                        .add(new Work<>(entry, record));
            case Decoded.Irrelevant<C> ignored -> {}
            case Decoded.Undecodable<C>(DeadLetterReason reason, String detail) ->
                undecodable(entry, reason, detail, letters);
        }
    }

    private void undecodable(LogEntry entry, DeadLetterReason reason, String detail, List<OutputRecord> letters) {
        undecodables.add(new Undelivered(entry.original(), reason));
        letters.add(engine.deadLetters().of(entry, reason, detail));
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
                    DeadLetterReason.READING_FAILED, "reading it threw; see the service's log");
        }
    }

    private Action write() {
        round.write();
        return round.destroys() ? Action.DESTROY : Action.PRODUCE;
    }

    private Action produce() {
        round.produce(deadLetters);
        erased.addAll(round.erased());
        undecodables.forEach(letter -> engine.observer().deadLettered(letter.record(), letter.reason()));
        undecodables.clear();
        deadLetters = List.of();
        return engine.ports().values() == null ? nextRound() : Action.TELL;
    }

    private Action tell() {
        return switch (round.tell()) {
            case NOTHING -> nextRound();
            case ALL -> Action.COMPARE;
            case NOT_NOW -> away();
        };
    }

    /** What it holds is loaded anew before it is told, and not before others would know that it is back. */
    private Action away() {
        round = round.anew();
        next = Action.LOAD;
        throw new OutageException("was away for longer than its consumer may be; loads again before it tells");
    }

    private Action compare() {
        round.compare();
        return nextRound();
    }

    private Action nextRound() {
        var left = round.left();
        round = new Round<>(engine, left);
        if (!left.isEmpty()) {
            return Action.LOAD;
        }
        return erased.isEmpty() ? Action.RAISE : Action.FORGET;
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
