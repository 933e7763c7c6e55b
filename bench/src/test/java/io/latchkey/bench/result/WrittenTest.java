package io.latchkey.bench.result;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.bench.process.Database;
import io.latchkey.bench.process.Database.External;
import io.latchkey.bench.report.GoalTable;
import io.latchkey.bench.run.Goals;
import io.latchkey.bench.run.MadeUp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is left of runs that never were. */
class WrittenTest {

    private static final Database EMBEDDED = new Database.Embedded();

    @TempDir
    private Path directory;

    @Test
    void aComparisonLeavesAPageItsFiguresAndCharts() throws Exception {
        compared(EMBEDDED);

        assertThat(files())
                .containsExactly(
                        "latency-50.svg",
                        "latency-80.svg",
                        "processor-time.svg",
                        "results.json",
                        "results.md",
                        "throughput.svg");
        assertThat(read("results.md"))
                .startsWith("# The services beside the floor\n\n- at: ")
                .contains("\n- database: embedded, in the process of the broker\n")
                .contains("\n8 met, 2 not met, 2 not measured\n")
                .contains("\n| pipeline | 900 (900 to 900) | 1.20 (1.20 to 1.20) |")
                .containsPattern(
                        "\\| pipeline \\| 900 .*registration 0\\.30 .* \\| 3\\.00 \\(3\\.00 to 3\\.00\\) \\|\n")
                .containsPattern("\\| floor \\| 20.* \\| 3\\.00 \\(3\\.00 to 3\\.00\\) \\|\n")
                .contains("\n## At 450 enrolments a second, 50 % of what the slower side is able to\n\n| ms | p50")
                .contains("\n| verification.verifications | 2.20 |\n")
                .contains("\n| registration | 3.6 s | 250 MB |\n");
        assertCharts("throughput.svg", "processor-time.svg", "latency-50.svg", "latency-80.svg");
    }

    @Test
    void everyFigureOfAComparisonIsKept() throws IOException {
        compared(EMBEDDED);

        var json = json();
        assertThat(json.path("goals")).hasSize(12);
        assertThat(json.path("goals").path(0).path("measured").asDouble()).isEqualTo(0.9);
        assertThat(json.path("goals").path(11).path("measured").asString()).isEqualTo("not measured");
        assertThat(json.path("saturated")).hasSize(4);
        assertThat(json.path("counted").path(1).path("side").asString()).isEqualTo("pipeline");
        assertThat(json.path("counted")
                        .path(1)
                        .path("writesPerEnrolment")
                        .path("verification.verifications")
                        .asDouble())
                .isEqualTo(2.2);
        assertThat(json.path("latencies")
                        .path(1)
                        .path("samples")
                        .path(1)
                        .path("millis")
                        .path("p99.9")
                        .asDouble())
                .isBetween(28.0, 28.1);
        assertThat(json.path("idle").path(0).path("startMillis").asLong()).isEqualTo(3_600);
    }

    @Test
    void anExternalDatabaseThatIsNotCountedIsTold() throws IOException {
        compared(new External("mongodb://me:open-sesame@127.0.0.1", OptionalLong.empty()));

        assertThat(read("results.md"))
                .contains("\n- database: external; its processor time is not counted")
                .doesNotContain("open-sesame");
        assertThat(read("results.json")).contains("not counted").doesNotContain("open-sesame");
    }

    @Test
    void writesThatNobodyCountedAreToldAsSuch() throws IOException {
        compared(EMBEDDED, Map.of());

        assertThat(read("results.md"))
                .contains("\n## Document writes per enrolment\n\nNot counted.\n\n## Services alone\n");
    }

    private void compared(Database database) {
        compared(database, MadeUp.WRITES);
    }

    private void compared(Database database, Map<String, Double> writes) {
        var comparison = MadeUp.comparison(writes);
        new ComparisonResults(comparison, new GoalTable(Goals.of(comparison)), database).writeTo(directory);
    }

    @Test
    void growthLeavesAPageItsFiguresAndCharts() throws Exception {
        grown();

        assertThat(files())
                .containsExactly(
                        "bytes.svg",
                        "due-scan.svg",
                        "processor-time.svg",
                        "reads.svg",
                        "recovery.svg",
                        "results.json",
                        "results.md",
                        "throughput.svg");
        assertThat(read("results.md"))
                .startsWith("# The services as accounts become more\n")
                .contains("10 not measured\n")
                .contains("\n|  | 10,000 | 100,000 | 1,000,000 |\n|---|---|---|---|\n")
                .contains("\n| services, core ms per enrolment | 0.500 | 0.480 | 0.550 |\n")
                .contains("\n| broker and database, core ms per enrolment | 0.700 | 0.700 | 0.700 |\n")
                .contains("\n| status read, p50 and p99, ms | 1.00, 3.00 |")
                .contains("\n| eligibility read, core ms | not measured |")
                .contains("\n| documents, bytes per account | 1400 | 1400 | 1400 |\n")
                .contains("\n| caught up after, s | 40.0 | 95.0 | 50.0 |\n");
        assertCharts("processor-time.svg", "throughput.svg", "reads.svg", "bytes.svg", "due-scan.svg", "recovery.svg");
    }

    @Test
    void everyFigureOfGrowthIsKept() throws IOException {
        grown();

        var million = json().path("points").path(2);
        assertThat(million.path("accounts").asInt()).isEqualTo(1_000_000);
        assertThat(million.path("saturated").path("perSecond").asDouble()).isEqualTo(800);
        assertThat(million.path("statusRead").path("p99Millis").asDouble()).isEqualTo(3);
        assertThat(million.path("eligibilityRead").path("coreMillisPerRead").asString())
                .isEqualTo("not measured");
        assertThat(million.path("dueScan").path("allMillis").asDouble()).isEqualTo(31_000);
        assertThat(million.path("documents").path(1).path("bytesPerAccount").asDouble())
                .isEqualTo(200);
        assertThat(million.path("recovery").path("caughtUpMillis").asDouble()).isEqualTo(50_000);
    }

    private void grown() {
        var points = MadeUp.growth();
        new GrowthResults(points, new GoalTable(Goals.of(points)), EMBEDDED).writeTo(directory);
    }

    private List<String> files() throws IOException {
        try (var files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private String read(String file) throws IOException {
        return Files.readString(directory.resolve(file));
    }

    private JsonNode json() throws IOException {
        return new JsonMapper().readTree(read("results.json"));
    }

    private void assertCharts(String... files) throws Exception {
        for (var file : files) {
            var chart = DocumentBuilderFactory.newNSInstance()
                    .newDocumentBuilder()
                    .parse(directory.resolve(file).toFile())
                    .getDocumentElement();
            assertThat(chart).as(file).extracting(Element::getLocalName).isEqualTo("svg");
            assertThat(chart.getElementsByTagName("title").getLength()).as(file).isPositive();
        }
    }
}
