package io.latchkey.messaging.engine;

import java.time.Duration;
import java.time.InstantSource;

/**
 * Visits every document of a service from time to time, for what nothing else would mend: emits outcomes that are stranded,
 * tells the current compacted value, and collects what is left of aggregates that are gone for longer than any log. Beside
 * an engine it changes nothing that the engine would not: several at a time cost work and harm nobody.
 */
public final class Sweep<S> {

    /**
     * How fast, and when something is old.
     *
     * @param period in which every document is visited once
     * @param interval between two pages
     * @param mostAtOnce documents of a page; where that is not enough, a period takes longer
     * @param retention the longest of any source: no record that led to an older document can come again
     */
    public record Pace(Duration period, Duration interval, int mostAtOnce, Duration retention) {

        int page(long documents) {
            long pages = Math.max(1, period.dividedBy(interval));
            return Math.toIntExact(Math.clamp(Math.ceilDiv(documents, pages), 1, mostAtOnce));
        }
    }

    private final Engine.Ports<S, ?, ?> ports;
    private final Pace pace;
    private final InstantSource clock;
    private final EngineObserver observer;

    /** @param ports whose presence lasts as long as nobody else sweeps */
    public Sweep(Engine.Ports<S, ?, ?> ports, Pace pace, InstantSource clock, EngineObserver observer) {
        this.ports = ports;
        this.pace = pace;
        this.clock = clock;
        this.observer = observer;
    }

    /** One page, from where the last one ended; nothing where all were visited and the period is not over. */
    public BatchRun begin() {
        return new SweepRun<>(this);
    }

    Engine.Ports<S, ?, ?> ports() {
        return ports;
    }

    Pace pace() {
        return pace;
    }

    InstantSource clock() {
        return clock;
    }

    EngineObserver observer() {
        return observer;
    }
}
