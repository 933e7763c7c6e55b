package io.latchkey.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.simulation.proof.Run;
import io.latchkey.simulation.schedule.Schedule;
import io.latchkey.simulation.world.Wiring;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HistoryTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, -534904783426661026L, 8097875853865443356L})
    void theSameSeedGivesTheSameHistoryWhateverWasPlayedBefore(long seed) {
        var schedule = Schedule.of(seed);
        var fresh = new Run(Wiring.REAL).history(schedule);
        var run = new Run(Wiring.REAL);
        run.play(Schedule.of(seed + 1));

        assertThat(run.history(schedule)).isEqualTo(fresh).hasSizeGreaterThan(100);
    }

    /** Java's own sets and maps are iterated in another order by every process. */
    @Test
    void theSameSeedGivesTheSameHistoryInEveryProcess() throws IOException, InterruptedException {
        assertThat(ofAnotherProcess()).isEqualTo(ofAnotherProcess()).hasSizeGreaterThan(10_000);
    }

    private static String ofAnotherProcess() throws IOException, InterruptedException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process = new ProcessBuilder(
                        java,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Simulation.class.getName(),
                        "simulate",
                        "--history",
                        "--seed",
                        "8097875853865443356")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var history = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return history;
    }
}
