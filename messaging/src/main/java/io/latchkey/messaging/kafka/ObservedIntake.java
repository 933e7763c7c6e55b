package io.latchkey.messaging.kafka;

import io.latchkey.messaging.engine.BatchRun;
import io.latchkey.messaging.engine.InputPartition;
import io.latchkey.messaging.engine.InputRecord;
import io.latchkey.messaging.engine.Intake;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * An intake whose batches are observed: one observation per batch, never one per record. It lasts as long as the batch,
 * outages included.
 */
public final class ObservedIntake implements Intake {

    private final Intake intake;
    private final ObservationRegistry registry;
    private final String service;

    public ObservedIntake(Intake intake, ObservationRegistry registry, String service) {
        this.intake = intake;
        this.registry = registry;
        this.service = service;
    }

    @Override
    public Map<String, Long> watermarks() {
        return intake.watermarks();
    }

    @Override
    public void polled() {
        intake.polled();
    }

    @Override
    public void restored(Instant at) {
        intake.restored(at);
    }

    @Override
    public void skip(InputPartition partition, long next) {
        intake.skip(partition, next);
    }

    @Override
    public BatchRun begin(List<InputRecord> batch) {
        var observation = Observation.start("messaging.process", registry)
                .contextualName("process " + service)
                .lowCardinalityKeyValue("messaging.system", "kafka")
                .lowCardinalityKeyValue("messaging.operation.name", "process")
                .lowCardinalityKeyValue("messaging.consumer.group.name", service)
                .highCardinalityKeyValue("messaging.batch.message_count", Integer.toString(batch.size()));
        return new ObservedRun(intake.begin(batch), observation);
    }

    private record ObservedRun(BatchRun run, Observation observation) implements BatchRun {

        @Override
        public boolean step() {
            boolean more = run.step();
            if (!more) {
                observation.stop();
            }
            return more;
        }

        @Override
        public void abandoned() {
            run.abandoned();
            observation.event(Observation.Event.of("abandoned"));
            observation.stop();
        }
    }
}
