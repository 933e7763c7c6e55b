package io.latchkey.messaging.engine;

import io.latchkey.messaging.decision.Counter;
import io.latchkey.messaging.engine.AggregateDocument.Pending;
import io.latchkey.messaging.engine.Counters.Reservation;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/**
 * One pass over the aggregates of a batch: load, prepare, reserve, fold, write, destroy, produce, tell, compare. What lost a
 * race, had to wait or has moved is left for the next round.
 */
final class Round<S, C, O> {

    private final Engine<S, C, O> engine;
    private final Map<String, Deque<Work<C>>> todo;
    private Map<String, AggregateDocument<S>> loaded = Map.of();
    private List<Fold<S, C, O>> folds = List.of();
    private Map<String, Deque<Work<C>>> left = new LinkedHashMap<>();
    private Map<String, Instant> firstLogTimes = Map.of();
    private int decided;
    private final Telling<S> telling;

    /** @param todo by aggregate; one without a record has none that is new, and is only to be told of */
    Round(Engine<S, C, O> engine, Map<String, Deque<Work<C>>> todo) {
        this.engine = engine;
        this.todo = todo;
        telling = new Telling<>(engine.ports(), engine.observer(), engine.uncompared());
    }

    /**
     * Reads all documents at once and drops what is decided already. How far others are is read before them: what they have
     * decided up to there is in the documents then.
     */
    void load() {
        if (todo.values().stream().flatMap(Deque::stream).anyMatch(this::mayBeBehind)) {
            engine.delivered().learn(engine.ports().store().progress().delivered());
        }
        loaded = engine.ports().store().load(todo.keySet());
        firstLogTimes = new HashMap<>();
        todo.forEach((key, works) -> works.stream()
                .findFirst()
                .ifPresent(work -> firstLogTimes.put(key, work.place().logTime())));
        loaded.forEach((key, document) ->
                todo.getOrDefault(key, new ArrayDeque<>()).removeIf(work -> document.applied(work.place())));
    }

    private boolean mayBeBehind(Work<C> work) {
        return work.redrive().isPresent() && !engine.delivered().covers(work.original());
    }

    private Fold<S, C, O> foldOf(String key) {
        return engine.fold(key, loaded.get(key), firstLogTimes.getOrDefault(key, Instant.EPOCH));
    }

    void prepare() {
        var prepared = todo.values().stream()
                .flatMap(Deque::stream)
                .filter(Work::unprepared)
                .map(work ->
                        CompletableFuture.runAsync(work::prepare, engine.ports().workers()))
                .toArray(CompletableFuture<?>[]::new);
        try {
            CompletableFuture.allOf(prepared).get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof OutageException outage
                    ? outage
                    : new OutageException("a record could not be prepared", e);
        } catch (InterruptedException e) {
            for (var unfinished : prepared) {
                unfinished.cancel(false);
            }
            Thread.currentThread().interrupt();
            throw new OutageException("interrupted while records were prepared");
        }
    }

    /**
     * One bulk for the whole batch, and of one aggregate each counter once: what a second record asks for depends on what
     * becomes of the first, and waits for the next round. What a replay has decided already never comes here.
     */
    void reserve() {
        var works = new ArrayList<Work<C>>();
        var reservations = new ArrayList<Reservation>();
        todo.forEach((key, queue) -> {
            var fold = foldOf(key);
            var asked = new HashSet<Counter>();
            queue.forEach(work -> fold.unreserved(work).stream()
                    .filter(asked::add)
                    .forEach(counter -> {
                        works.add(work);
                        reservations.add(
                                new Reservation(counter, work.original().logTime()));
                    }));
        });
        if (reservations.isEmpty()) {
            return;
        }
        var counts = engine.ports().counters().reserve(reservations);
        for (int i = 0; i < counts.size(); i++) {
            works.get(i).reserved(reservations.get(i).counter(), counts.get(i));
        }
    }

    /** Starts from the loaded documents, so that it can be repeated after an outage. */
    void fold() {
        var next = new ArrayList<Fold<S, C, O>>();
        left = new LinkedHashMap<>();
        decided = 0;
        todo.forEach((key, works) -> {
            var fold = foldOf(key);
            var rest = new ArrayDeque<>(works);
            while (!rest.isEmpty() && fold.apply(rest.getFirst())) {
                rest.removeFirst();
                decided++;
            }
            next.add(fold);
            if (!rest.isEmpty()) {
                left.put(key, rest);
            }
        });
        folds = next;
    }

    /** After an outage it may have written some: those now look like lost races, and are found applied when loaded again. */
    void write() {
        var documents = folds.stream().filter(Fold::changed).map(Fold::document).toList();
        if (documents.isEmpty()) {
            return;
        }
        Set<String> lost = engine.ports().store().write(documents);
        if (!lost.isEmpty()) {
            engine.observer().lostRaces(lost.size());
            lost.forEach(key -> left.put(key, todo.get(key)));
            folds = folds.stream().filter(fold -> !lost.contains(fold.key())).toList();
        }
    }

    private List<Pending> pending() {
        return folds.stream().flatMap(fold -> fold.pending().stream()).toList();
    }

    boolean destroys() {
        return !Pending.destroyed(pending()).isEmpty();
    }

    /** What is pending is stored, and so no document names these keys any more. */
    void destroy() {
        engine.ports().store().destroy(Pending.destroyed(pending()));
    }

    /** Ahead of the outcomes, which may be none, {@code first} is produced. */
    void produce(List<OutputRecord> first) {
        var pending = pending();
        var outputs = new ArrayList<>(first);
        pending.stream().map(Pending::output).forEach(outputs::add);
        if (!outputs.isEmpty()) {
            engine.ports().log().produce(outputs);
        }
        engine.delivered().acknowledge(pending);
        folds.stream().flatMap(fold -> fold.reports().stream()).forEach(report -> report.accept(engine.observer()));
        engine.observer().delivered(decided, pending.size());
    }

    /** Of which something is pending that must not be kept once it is delivered. */
    List<String> erased() {
        return folds.stream()
                .filter(fold -> fold.erased() && !fold.pending().isEmpty())
                .map(Fold::key)
                .toList();
    }

    /** Of every aggregate that nothing is left of, whether it was changed or not. */
    Telling.Told tell() {
        return telling.tell(folds.stream()
                .filter(fold -> !left.containsKey(fold.key()))
                .map(Fold::held)
                .toList());
    }

    void compare() {
        telling.moved().forEach(key -> left.put(key, new ArrayDeque<>()));
    }

    /** The same aggregates once more, from what is stored then. */
    Round<S, C, O> anew() {
        var all = new LinkedHashMap<>(left);
        folds.forEach(fold -> all.putIfAbsent(fold.key(), new ArrayDeque<>()));
        return new Round<>(engine, all);
    }

    /** What remains, by aggregate; its pending outcomes come first in the next round. */
    Map<String, Deque<Work<C>>> left() {
        return left;
    }
}
