package io.latchkey.messaging.engine;

import io.latchkey.messaging.engine.AggregateDocument.Pending;
import io.latchkey.messaging.engine.Store.Swept;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One page of a sweep. Its place is remembered last, so that a page that was not ended is visited again; whatever it emits
 * it takes out of the documents, so that it emits it once.
 */
final class SweepRun<S> implements BatchRun {

    private enum Action {
        READ,
        RELOAD,
        DESTROY,
        EMIT,
        TELL,
        COMPARE,
        PRUNE,
        COLLECT,
        ADVANCE,
        DONE
    }

    private final Sweep<S> sweep;
    private final Store<S> store;
    private final Delivered delivered = new Delivered();
    private final Telling<S> telling;
    private final Map<String, AggregateDocument<S>> page = new LinkedHashMap<>();
    private Instant now = Instant.EPOCH;
    private Set<String> todo = Set.of();
    private Swept next = Swept.NEVER;
    private int emitted;
    private Action action = Action.READ;

    SweepRun(Sweep<S> sweep) {
        this.sweep = sweep;
        this.store = sweep.ports().store();
        this.telling = new Telling<>(sweep.ports(), sweep.observer(), new HashSet<>());
    }

    @Override
    public boolean step() {
        action = switch (action) {
            case READ -> read();
            case RELOAD -> reload();
            case DESTROY -> destroy();
            case EMIT -> emit();
            case TELL -> tell();
            case COMPARE -> compare();
            case PRUNE -> prune();
            case COLLECT -> collect();
            case ADVANCE -> advance();
            case DONE -> Action.DONE;
        };
        return action != Action.DONE;
    }

    private Action read() {
        now = sweep.clock().instant();
        var place = store.swept();
        if (place.ended() && now.isBefore(place.began().plus(sweep.pace().period()))) {
            return Action.DONE;
        }
        delivered.reset(store.progress());
        int size = sweep.pace().page(store.estimatedSize());
        var read = store.page(place.after(), size);
        var began = place.ended() ? now : place.began();
        next = new Swept(read.size() < size ? null : read.getLast().key(), began);
        page.clear();
        return visit(read);
    }

    private Action visit(Collection<AggregateDocument<S>> documents) {
        documents.forEach(document -> page.put(document.key(), document));
        todo = documents.stream().map(AggregateDocument::key).collect(Collectors.toSet());
        return Pending.destroyed(pending()).isEmpty() ? Action.EMIT : Action.DESTROY;
    }

    private List<AggregateDocument<S>> documents() {
        return page.values().stream()
                .filter(document -> todo.contains(document.key()))
                .toList();
    }

    private List<Pending> pending() {
        return documents().stream()
                .flatMap(document -> stranded(document).stream())
                .toList();
    }

    private List<Pending> stranded(AggregateDocument<S> document) {
        return document.pending().stream()
                .filter(pending -> !delivered.covers(pending))
                .toList();
    }

    private Action destroy() {
        store.destroy(Pending.destroyed(pending()));
        return Action.EMIT;
    }

    private Action emit() {
        var pending = pending();
        if (!pending.isEmpty()) {
            sweep.ports().log().produce(pending.stream().map(Pending::output).toList());
            emitted += pending.size();
        }
        return Action.TELL;
    }

    private Action tell() {
        return switch (telling.tell(documents())) {
            case NOTHING -> Action.PRUNE;
            case ALL -> Action.COMPARE;
            case NOT_NOW -> away();
        };
    }

    private Action away() {
        action = Action.READ;
        throw new OutageException("swept for longer than it may alone; begins its page again");
    }

    private Action compare() {
        todo = telling.moved();
        return todo.isEmpty() ? Action.PRUNE : Action.RELOAD;
    }

    private Action reload() {
        var moved = todo;
        delivered.reset(store.progress());
        var loaded = store.load(moved);
        page.keySet().removeAll(moved);
        return visit(loaded.values());
    }

    /** Where somebody has written meanwhile, it is left to the next write. */
    private Action prune() {
        var pruned = page.values().stream()
                .filter(document -> !stranded(document).isEmpty())
                .map(document -> document.with(document.version() + 1, List.of()))
                .toList();
        if (!pruned.isEmpty()) {
            store.write(pruned);
        }
        pruned.forEach(document -> page.remove(document.key()));
        return Action.COLLECT;
    }

    private Action collect() {
        var gone = page.values().stream()
                .filter(this::isGone)
                .collect(Collectors.toMap(AggregateDocument::key, AggregateDocument::version));
        if (!gone.isEmpty()) {
            store.collect(gone);
        }
        sweep.observer().swept(page.size(), emitted, gone.size());
        return Action.ADVANCE;
    }

    /** Nothing of it can come again, and everybody was told. */
    private boolean isGone(AggregateDocument<S> document) {
        return document.state() == null
                && document.touched().isBefore(now.minus(sweep.pace().retention()));
    }

    private Action advance() {
        store.swept(next);
        return Action.DONE;
    }
}
