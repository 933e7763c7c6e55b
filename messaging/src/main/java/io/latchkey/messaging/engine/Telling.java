package io.latchkey.messaging.engine;

import io.latchkey.messaging.decision.AggregateKey;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Tells the compacted values of some documents: produces them, waits, and compares. Where a version has moved meanwhile, its
 * writer's value may have become the older record of the two, and the document is to be loaded and told again. So whoever
 * tells last has told what is stored.
 */
final class Telling<S> {

    private final Engine.Ports<S, ?, ?> ports;
    private final EngineObserver observer;
    private final Set<String> uncompared;
    private final Map<String, Long> told = new HashMap<>();

    /** @param uncompared what was produced, perhaps, and not compared since; kept by whoever goes on after this */
    Telling(Engine.Ports<S, ?, ?> ports, EngineObserver observer, Set<String> uncompared) {
        this.ports = ports;
        this.observer = observer;
        this.uncompared = uncompared;
    }

    enum Told {
        NOTHING,
        ALL,
        /** This process was away, and what it holds may be old. */
        NOT_NOW
    }

    /** Returns when all are acknowledged. May be repeated after an outage. */
    Told tell(Collection<AggregateDocument<S>> documents) {
        told.clear();
        var values = ports.values();
        var made = values == null ? List.<OutputRecord>of() : made(values, documents);
        if (made.isEmpty()) {
            return Told.NOTHING;
        }
        if (!ports.presence().confirmed()) {
            return Told.NOT_NOW;
        }
        produce(made);
        return Told.ALL;
    }

    /** An aggregate that never had a state has no value. */
    private List<OutputRecord> made(Values<S> values, Collection<AggregateDocument<S>> documents) {
        return documents.stream()
                .filter(AggregateDocument::existed)
                .flatMap(document -> made(values, document).stream())
                .toList();
    }

    /** One whose value cannot be made keeps the value that it has. */
    private Optional<OutputRecord> made(Values<S> values, AggregateDocument<S> document) {
        var key = AggregateKey.parse(document.key());
        try {
            var value = values.of(key, document.state(), ValueStamp.of(document, values.eventsOf(key)));
            value.ifPresent(any -> told.put(document.key(), document.version()));
            return value;
        } catch (OutageException e) {
            throw e;
        } catch (RuntimeException e) {
            observer.valueFailed(key, e);
            return Optional.empty();
        }
    }

    private void produce(List<OutputRecord> made) {
        uncompared.addAll(told.keySet());
        ports.log().produce(made);
        observer.told(made.size());
    }

    /** What is stored under another version than the one told, or not any more. */
    Set<String> moved() {
        var stored = ports.store().versions(told.keySet());
        var moved = new HashSet<String>();
        told.forEach((key, version) -> {
            if (version.equals(stored.get(key))) {
                uncompared.remove(key);
            } else {
                moved.add(key);
            }
        });
        return moved;
    }
}
