package io.latchkey.registration.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvenPaceTest {

    private static final long BEAT = 1000;

    private final TurnedMachine machine = new TurnedMachine();
    private final EvenPace pace = new EvenPace(Duration.ofNanos(BEAT), machine);

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 1", "999, 1", "1000, 1", "1001, 2", "5500, 6"})
    void anAnswerComesAtTheNextBeat(long work, long beats) {
        assertThat(taken(work)).isBetween(beats * BEAT, beats * BEAT + BEAT / 8);
    }

    @Test
    void andALittleLaterAtRandom() {
        Set<Long> times = new HashSet<>();
        IntStream.range(0, 100).forEach(_ -> times.add(taken(1)));
        assertThat(times).hasSizeGreaterThan(10);
    }

    @Test
    void alsoWhereTheWorkFails() {
        long began = machine.now;
        assertThatThrownBy(() -> pace.take(() -> {
                    throw new IllegalStateException("planted");
                }))
                .hasMessage("planted");
        assertThat(machine.now - began).isGreaterThanOrEqualTo(BEAT);
    }

    private long taken(long work) {
        long began = machine.now;
        pace.take(() -> machine.now += work);
        return machine.now - began;
    }

    /** Parking ends early, as it may. */
    private static final class TurnedMachine implements EvenPace.Machine {

        private long now = 12_345;

        @Override
        public long nanoTime() {
            return now;
        }

        @Override
        public void park(long nanos) {
            now += Math.max(1, nanos / 2);
        }
    }
}
