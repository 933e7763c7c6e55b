package io.latchkey.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class GoalTableTest {

    private static final GoalTable TABLE = new GoalTable(List.of(
            Goal.atLeast("throughput of the floor's", 0.85, "").measured(new Spread(0.87, 0.84, 0.91)),
            Goal.atMost("resident at rest", 320, "MB").measured(1337),
            Goal.atMost("catch-up", 90, "s")));

    @Test
    void aTerminalSeesAlignedColumnsAndACount() {
        assertThat(TABLE.text()).isEqualTo("""
                goal                              measured             met
                throughput of the floor's ≥ 0.85  0.87 (0.84 to 0.91)  met
                resident at rest ≤ 320 MB         1,337 MB             NOT MET
                catch-up ≤ 90 s                   -                    not measured

                1 met, 1 not met, 1 not measured
                """);
    }

    @Test
    void aPageSeesATableAndACount() {
        assertThat(TABLE.markdown()).isEqualTo("""
                | goal | measured | met |
                |---|---|---|
                | throughput of the floor's ≥ 0.85 | 0.87 (0.84 to 0.91) | met |
                | resident at rest ≤ 320 MB | 1,337 MB | NOT MET |
                | catch-up ≤ 90 s | - | not measured |

                1 met, 1 not met, 1 not measured
                """);
    }

    @Test
    void aNameCannotBreakATable() {
        var table = new GoalTable(List.of(Goal.atMost("a | b\n\\ <c>", 1, "")));
        assertThat(table.markdown()).contains("\n| a \\| b \\\\ &lt;c> ≤ 1 | - | not measured |\n");
        assertThat(table.text()).contains("\na | b \\ <c> ≤ 1  -");
    }

    @Test
    void noGoalsAreCountedToo() {
        assertThat(new GoalTable(List.of()).text()).endsWith("\n0 met, 0 not met, 0 not measured\n");
    }
}
