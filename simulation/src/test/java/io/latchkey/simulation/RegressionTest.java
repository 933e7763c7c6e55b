package io.latchkey.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.simulation.proof.Run;
import io.latchkey.simulation.schedule.Action;
import io.latchkey.simulation.schedule.Schedule;
import io.latchkey.simulation.world.Wiring;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Schedules that once found a fault of the product; the first lines of each file say which. */
class RegressionTest {

    static Stream<Path> schedules() throws IOException, URISyntaxException {
        var directory = Objects.requireNonNull(RegressionTest.class.getResource("/regressions"));
        try (var files = Files.list(Path.of(directory.toURI()))) {
            return files.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("schedules")
    void staysMended(Path file) throws IOException {
        List<Action> actions = Files.readAllLines(file).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(Action::parse)
                .toList();

        assertThat(new Run(Wiring.REAL).play(new Schedule(actions)).violations())
                .isEmpty();
    }
}
