package io.latchkey.messaging.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.messaging.engine.BatchRun;
import io.latchkey.messaging.engine.InputPartition;
import io.latchkey.messaging.engine.InputRecord;
import io.latchkey.messaging.engine.Intake;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ObservedIntakeTest {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @Test
    void aBatchIsOneObservationHoweverManyStepsAndRecordsItHas() {
        var observations = ObservationRegistry.create();
        observations.observationConfig().observationHandler(new DefaultMeterObservationHandler(meters));
        var run = new ObservedIntake(new ThreeSteps(), observations, "tally").begin(List.of());

        while (run.step()) {}

        assertThat(meters.get("messaging.process")
                        .tag("messaging.consumer.group.name", "tally")
                        .timer()
                        .count())
                .isEqualTo(1);
    }

    private static final class ThreeSteps implements Intake {
        private int left = 3;

        @Override
        public Map<String, Long> watermarks() {
            return Map.of();
        }

        @Override
        public void restored(Instant at) {}

        @Override
        public void skip(InputPartition partition, long next) {}

        @Override
        public BatchRun begin(List<InputRecord> batch) {
            return () -> --left > 0;
        }
    }
}
