package io.latchkey.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimulateCommandTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void endsWithWhatWasPlayedAndFound() {
        assertThat(execute("simulate", "--schedules", "20", "--seed", "7")).isZero();
        assertThat(out.toString().lines().toList()).first().isEqualTo("simulate: seed 7");
        assertThat(out.toString().lines().toList().getLast())
                .matches("simulate: 20 schedules, [0-9]+ steps, [0-9]+ faults, 0 violations");
    }

    @Test
    void printsHowOftenEachFaultMetEachStep() {
        execute("simulate", "--schedules", "50", "--seed", "7");
        assertThat(out.toString())
                .containsPattern("fault, at step .*WRITE.*PRODUCE")
                .containsPattern("\nCRASH  .*[0-9]");
    }

    @Test
    void playsTheActionsOfAFile(@TempDir Path directory) throws Exception {
        var file = Files.writeString(directory.resolve("actions"), "# two accounts\nCOMMAND 0 0 1\nCOMMAND 0 1 1\n");

        assertThat(execute("simulate", "--replay", file.toString())).isZero();
        assertThat(out.toString()).contains("ProvisionAccount").endsWith("0 violations\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "simulate --schedules 0",
                "simulate --minutes 0",
                "simulate --seed x",
                "simulate --replay nowhere",
                "other"
            })
    void saysInOneLineWhatItDoesNotUnderstand(String arguments) {
        assertThat(execute(arguments.split(" "))).isEqualTo(2);
        assertThat(err.toString().lines().findFirst().orElseThrow()).startsWith("latchkey: ");
    }

    @Test
    void saysWhichFileIsNoListOfActions(@TempDir Path directory) throws Exception {
        var file = Files.writeString(directory.resolve("actions"), "FLY 1 2 3\n");

        assertThat(execute("simulate", "--replay", file.toString())).isEqualTo(2);
        assertThat(err.toString()).contains(file + " is no list of actions");
    }

    private int execute(String... arguments) {
        return Simulation.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
