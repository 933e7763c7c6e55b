package io.latchkey.simulation.world;

import io.latchkey.messaging.engine.AggregateDocument;
import io.latchkey.messaging.engine.AggregateDocument.Pending;
import io.latchkey.messaging.engine.Counters;
import io.latchkey.messaging.engine.OutageException;
import io.latchkey.messaging.engine.Store;
import io.latchkey.simulation.model.StoreModel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One instance's connection to the database of its service. */
final class NodeStore<S, C, O> implements Store<S>, Counters {

    private final Node node;
    private final Faults faults;
    private final StoreModel<S, List<Decided<S, C, O>>> model;
    private final Recorder<S, C, O> recorder;
    private final Consumer<Map<String, Long>> compared;

    /** @param compared is told of the versions that were read */
    NodeStore(
            Node node,
            Faults faults,
            StoreModel<S, List<Decided<S, C, O>>> model,
            Recorder<S, C, O> recorder,
            Consumer<Map<String, Long>> compared) {
        this.node = node;
        this.model = model;
        this.faults = faults;
        this.recorder = recorder;
        this.compared = compared;
    }

    @Override
    public Map<String, AggregateDocument<S>> load(Set<String> keys) {
        return faults.ask(Port.LOAD, () -> {
            recorder.loaded(keys);
            var loaded = new HashMap<>(model.documents());
            loaded.keySet().retainAll(keys);
            loaded.values().forEach(this::checkReadable);
            return loaded;
        });
    }

    private void checkReadable(AggregateDocument<S> document) {
        if (!model.readable(document)) {
            throw new OutageException("the key of " + document + " is destroyed");
        }
    }

    @Override
    public Set<String> write(Collection<AggregateDocument<S>> documents) {
        var lost = new HashSet<String>();
        var parts = new ArrayList<Runnable>();
        for (var document : documents) {
            var decisions = recorder.decisions(document.key());
            parts.add(() -> {
                boolean won = model.write(document, decisions);
                node.trace(() -> (won ? "wrote " : "lost the race for ") + document);
                if (!won) {
                    lost.add(document.key());
                }
            });
        }
        faults.perform(Port.WRITE, parts);
        return lost;
    }

    @Override
    public Map<String, Long> versions(Set<String> keys) {
        var versions = faults.ask(
                Port.LOAD,
                () -> model.documents().values().stream()
                        .filter(document -> keys.contains(document.key()))
                        .collect(Collectors.toMap(AggregateDocument::key, AggregateDocument::version)));
        compared.accept(versions);
        return versions;
    }

    @Override
    public void destroy(Set<String> keyIds) {
        List<Runnable> parts = new ArrayList<>();
        keyIds.forEach(keyId -> parts.add(() -> model.destroy(keyId)));
        faults.perform(Port.WRITE, parts);
    }

    @Override
    public Progress progress() {
        return faults.ask(Port.PROGRESS, model::progress);
    }

    @Override
    public void raise(Map<String, Long> delivered) {
        faults.perform(Port.RAISE, List.of(() -> {
            delivered.forEach(model::raise);
            node.trace(() -> "raised " + new TreeMap<>(delivered));
        }));
    }

    @Override
    public void skip(String partition, long from, long through) {
        faults.perform(Port.RAISE, List.of(() -> model.skip(partition, from, through)));
    }

    @Override
    public List<AggregateDocument<S>> page(@Nullable String after, int size) {
        return faults.ask(Port.LOAD, () -> {
            var page = model.documents().values().stream()
                    .filter(document -> after == null || document.key().compareTo(after) > 0)
                    .limit(size)
                    .toList();
            page.forEach(this::checkReadable);
            return page;
        });
    }

    @Override
    public long estimatedSize() {
        return model.documents().size();
    }

    @Override
    public void collect(Map<String, Long> versions) {
        List<Runnable> parts = new ArrayList<>();
        versions.forEach((key, version) -> parts.add(() -> model.collect(key, version)));
        faults.perform(Port.WRITE, parts);
    }

    @Override
    public Swept swept() {
        return faults.ask(Port.PROGRESS, model::swept);
    }

    @Override
    public void swept(Swept place) {
        faults.perform(Port.RAISE, List.of(() -> model.swept(place)));
    }

    @Override
    public void restored(Instant at) {
        faults.perform(Port.RAISE, List.of(() -> model.restoredAt(at)));
    }

    @Override
    public void eachStranded(String partition, long beyond, Consumer<List<Pending>> perAggregate) {
        faults.ask(Port.STRANDED, () -> List.copyOf(model.documents().values())).stream()
                .map(AggregateDocument::pending)
                .filter(pending ->
                        pending.stream().anyMatch(one -> one.partition().equals(partition) && one.offset() > beyond))
                .forEach(perAggregate);
    }

    @Override
    public List<Long> reserve(List<Reservation> reservations) {
        var counts = new ArrayList<Long>();
        List<Runnable> parts = new ArrayList<>();
        reservations.forEach(reservation -> parts.add(() -> counts.add(model.reserve(reservation))));
        faults.perform(Port.RESERVE, parts);
        return counts;
    }
}
