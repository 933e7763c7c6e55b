package io.latchkey.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.infrastructure.Ports;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** What a person who mistyped or overlooked something is told. */
@Timeout(60)
class LatchkeyTests {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final CommandLine latchkey =
            Latchkey.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));

    @TempDir
    private Path directory = Path.of("");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "bogus",
                "up --bogus",
                "up --port-base x",
                "up --data",
                "up --data a --ephemeral",
                "demo --data a",
                "demo --story bogus",
                "token",
                "token --tenant t --minutes 0"
            })
    void tellsTheUsageWhereItDoesNotUnderstand(String arguments) {
        assertThat(execute(arguments.isEmpty() ? new String[0] : arguments.split(" ")))
                .isEqualTo(2);
        assertThat(err.toString()).contains("Usage: latchkey");
        assertThat(out.toString()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "up --help", "demo --help", "token --help", "--version"})
    void explainsItself(String arguments) {
        assertThat(execute(arguments.split(" "))).isZero();
        assertThat(out.toString()).contains("latchkey");
        assertThat(err.toString()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "--mongodb, mongodb://user:secret@127.0.0.1:1/, no MongoDB answers at 127.0.0.1:1",
        "--mongodb, nonsense, --mongodb must be a URI",
        "--bootstrap-servers, 127.0.0.1:1, no Kafka answers at 127.0.0.1:1",
        "--bootstrap-servers, nonsense, no Kafka answers at nonsense",
        "--schema-registry, http://127.0.0.1:1, no schema registry answers at http://127.0.0.1:1",
        "--schema-registry, nonsense, no schema registry answers at nonsense",
        "--port-base, 80, --port-base must be from 1024 to",
        "--port-base, 65500, --port-base must be from 1024 to",
    })
    void tellsWhatIsWrongWithAnAddress(String option, String value, String line) {
        assertRefused(line, "up", "--ephemeral", option, value);
        assertThat(err.toString()).doesNotContain("secret");
    }

    @Test
    void tellsWhichPortIsInUse() throws Exception {
        try (ServerSocket taken = belowThePortsOfClients()) {
            int inbox = taken.getLocalPort();
            assertRefused(
                    "port " + inbox + ", that of the inbox, is in use",
                    "up",
                    "--ephemeral",
                    "--port-base",
                    Integer.toString(inbox - 80));
        }
    }

    /** Where no connection of another test has one of the ports next to it. */
    private static ServerSocket belowThePortsOfClients() {
        return new Random()
                .ints(15_000, 30_000)
                .mapToObj(LatchkeyTests::listening)
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow();
    }

    private static Optional<ServerSocket> listening(int port) {
        try {
            return Optional.of(new ServerSocket(port, 1, InetAddress.getByName(Ports.LOOPBACK)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    @Test
    void tellsWhatKeepsADataDirectoryFromBeingMade() throws Exception {
        Path file = Files.createFile(directory.resolve("file"));

        assertRefused(
                "data directory " + file + " cannot be made: a file is in its place", "up", "--data", file.toString());
    }

    private void assertRefused(String line, String... arguments) {
        assertThat(execute(arguments)).isEqualTo(2);
        assertThat(err.toString()).startsWith("latchkey: " + line).hasLineCount(1);
    }

    private int execute(String... arguments) {
        return latchkey.execute(arguments);
    }
}
