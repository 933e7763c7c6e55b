package io.latchkey.messaging.kafka;

import io.latchkey.messaging.decision.AggregateKey;
import io.latchkey.messaging.engine.DeadLetterReason;
import io.latchkey.messaging.engine.EngineObserver;
import io.latchkey.messaging.engine.InputRecord;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts what an engine does. Names follow OpenTelemetry's messaging conventions where they have one; nothing is measured
 * per record, and no tag holds an id.
 */
public final class EngineMetrics implements EngineObserver, IntakeConsumer.MisplacedRecords {

    private static final Logger LOG = LoggerFactory.getLogger(EngineMetrics.class);
    private static final String DEAD_LETTERS = "latchkey.dead.letters";

    private final MeterRegistry registry;
    private final String service;
    private final Counter records;
    private final Counter outcomes;
    private final Counter repeats;
    private final Counter lostRaces;
    private final Counter misplaced;
    private final Counter values;
    private final Counter failedValues;
    private final Counter swept;
    private final Counter stranded;
    private final Counter collected;

    public EngineMetrics(MeterRegistry registry, String service) {
        this.registry = registry;
        this.service = service;
        records = counter("messaging.client.consumed.messages");
        outcomes = counter("messaging.client.sent.messages");
        repeats = counter("latchkey.repeated.records");
        lostRaces = counter("latchkey.lost.races");
        misplaced = counter("latchkey.misplaced.records");
        values = counter("latchkey.compacted.values");
        failedValues = counter("latchkey.failed.values");
        swept = counter("latchkey.swept.documents");
        stranded = counter("latchkey.stranded.outcomes");
        collected = counter("latchkey.collected.documents");
    }

    @Override
    public void delivered(int decided, int produced) {
        records.increment(decided);
        outcomes.increment(produced);
    }

    @Override
    public void repeated(InputRecord record) {
        repeats.increment();
    }

    @Override
    public void lostRaces(int documents) {
        lostRaces.increment(documents);
    }

    @Override
    public void told(int produced) {
        values.increment(produced);
    }

    @Override
    public void swept(int documents, int outcomes, int gone) {
        swept.increment(documents);
        stranded.increment(outcomes);
        collected.increment(gone);
    }

    @Override
    public void valueFailed(AggregateKey key, RuntimeException failure) {
        LOG.error("the compacted value of an account could not be made: {}", Retry.describe(failure));
        failedValues.increment();
    }

    @Override
    public void count(InputRecord record) {
        misplaced.increment();
    }

    @Override
    public void deadLettered(InputRecord record, DeadLetterReason reason) {
        LOG.warn("{} becomes a dead letter: {}", record, reason);
        registry.counter(DEAD_LETTERS, tags().and("reason", reason.name())).increment();
    }

    @Override
    public void failed(InputRecord record, RuntimeException failure) {
        LOG.error("{} could not be decided: {}", record, Retry.describe(failure));
    }

    private Counter counter(String name) {
        return registry.counter(name, tags());
    }

    private Tags tags() {
        return Tags.of("latchkey.service", service);
    }
}
