package io.latchkey.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.simulation.schedule.Kind;
import io.latchkey.simulation.world.Effect;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/reliability.md} names what exists, and leaves nothing empty. */
class ReliabilityDocumentTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern CLASS = Pattern.compile("`([A-Z][A-Za-z]+)(\\.[a-z][A-Za-z]+)?`");
    private static final Pattern HALTED = Pattern.compile("crashtest ([A-Z][A-Z_]+)");
    private static final Pattern SIMULATED = Pattern.compile("simulate ([A-Z][A-Z_]+(?:, [A-Z][A-Z_]+)*)");

    private final List<String> lines = read(ROOT.resolve("docs/reliability.md"));

    @Test
    void noCellIsEmpty() {
        assertThat(lines.stream().filter(line -> line.startsWith("|")).toList())
                .hasSizeGreaterThan(40)
                .allSatisfy(line -> assertThat(line.split("\\|", -1))
                        .satisfies(cells -> assertThat(Arrays.copyOfRange(cells, 1, cells.length - 1))
                                .allSatisfy(cell -> assertThat(cell).isNotBlank())));
    }

    @Test
    void everyRowHasAsManyCellsAsItsHead() {
        int columns = 0;
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            boolean head = line.startsWith("|") && !lines.get(i - 1).startsWith("|");
            columns = head ? line.split("\\|", -1).length : columns;
            if (line.startsWith("|")) {
                assertThat(line.split("\\|", -1)).as(line).hasSize(columns);
            }
        }
    }

    @Test
    void everyTestAndClassThatItNamesExists() throws IOException {
        Set<String> sources;
        try (Stream<Path> files = Files.walk(ROOT)) {
            sources = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".java"))
                    .map(name -> name.substring(0, name.length() - ".java".length()))
                    .collect(Collectors.toSet());
        }
        assertThat(named(CLASS))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(sources).contains(name));
    }

    @Test
    void everyFaultOfTheSimulationThatItNamesExists() {
        var faults = Stream.concat(
                        Arrays.stream(Kind.values()).map(Kind::name),
                        Arrays.stream(Effect.values()).map(Effect::name))
                .collect(Collectors.toSet());
        assertThat(named(SIMULATED).stream()
                        .flatMap(list -> Arrays.stream(list.split(", ")))
                        .toList())
                .isNotEmpty()
                .allSatisfy(name -> assertThat(faults).contains(name));
    }

    @Test
    void everyHaltingPointOfTheCrashTestThatItNamesExists() {
        var points = String.join(
                "\n", read(ROOT.resolve("crashtest/src/main/java/io/latchkey/crashtest/fault/HaltingPoint.java")));
        assertThat(named(HALTED))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(points).containsPattern("\\b" + name + "[,;]"));
    }

    private List<String> named(Pattern pattern) {
        return lines.stream()
                .flatMap(line -> pattern.matcher(line).results())
                .map((MatchResult found) -> found.group(1))
                .distinct()
                .toList();
    }

    private static List<String> read(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
