package io.latchkey.operations.dlt;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.infrastructure.Ports;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an operator is told who does not reach the installation. */
class ConnectionTest extends DltTest {

    @TempDir
    private Path directory = Path.of("");

    @Test
    void aClusterThatDoesNotAnswerIsNamedWithin15Seconds() throws IOException {
        try (var silent = new ServerSocket(0, 50, InetAddress.ofLiteral(Ports.LOOPBACK))) {
            var address = Ports.LOOPBACK + ":" + silent.getLocalPort();
            long begin = System.nanoTime();

            var results = Stream.of("list", "show", "redrive --all --reason x")
                    .map(command -> CompletableFuture.supplyAsync(
                            () -> latchkey(("dlt " + command + " --bootstrap-servers " + address).split(" ")),
                            Executors.newVirtualThreadPerTaskExecutor()))
                    .toList();

            assertThat(results)
                    .allSatisfy(result -> assertThat(result.join())
                            .isEqualTo(new Result(
                                    2,
                                    "",
                                    "latchkey: Kafka does not answer at " + address
                                            + " within 10 s: check --bootstrap-servers"
                                            + " and, where it asks for TLS or SASL, --command-config\n")));
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(15));
        }
    }

    @Test
    void anAddressThatIsNoneIsNamed() {
        var result = latchkey("dlt", "list", "--bootstrap-servers", "nowhere");

        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.err()).startsWith("latchkey: the settings for Kafka at nowhere are not usable: ");
    }

    @Test
    void anInstallationThatIsNotThereIsNamed() {
        var result = latchkey("dlt", "list", "--bootstrap-servers", address(), "--prefix", "other.");

        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.err())
                .isEqualTo("latchkey: Kafka at " + address() + " has no topic other.*.dlt, or does not let you see it:"
                        + " check --prefix and whether you may read it\n");
    }

    @Test
    void settingsComeFromAFile() throws IOException {
        var file = directory.resolve("client.properties");
        Files.writeString(file, "bootstrap.servers=" + address() + "\nclient.id=olga\n");

        var result = latchkey("dlt", "list", "--command-config", file.toString(), "--prefix", topics.prefix());

        assertThat(result).isEqualTo(new Result(0, "no dead letters\n", ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "security.protocol=NONSENSE",
                "security.protocol=SASL_SSL\nsasl.mechanism=SCRAM-SHA-512",
                "security.protocol=SSL\nssl.truststore.location=/nowhere\nssl.truststore.type=PEM",
                "security.protocol=SASL_PLAINTEXT\nsasl.mechanism=PLAIN\n"
                        + "sasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required"
                        + " username=\"olga\" password=\"hunter2\";"
            })
    void settingsThatDoNotFitAreNamedAndNoSecretOfTheirs(String properties) throws IOException {
        var file = directory.resolve("client.properties");
        Files.writeString(file, properties);

        var result = latchkey("dlt", "list", "--bootstrap-servers", address(), "--command-config", file.toString());

        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.err().lines()).singleElement().asString().startsWith("latchkey: ");
        assertThat(result.err()).contains(address()).doesNotContain("hunter2");
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        var result = latchkey(
                "dlt", "list", "--command-config", directory.resolve("none").toString());

        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.err()).startsWith("latchkey: --command-config " + directory.resolve("none"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "bogus", "dlt", "dlt bogus", "dlt list --bogus", "dlt list --reason BOGUS", "dlt show --id 7"
            })
    void whatIsNotUnderstoodShowsTheUsage(String arguments) {
        var result = latchkey(arguments.isEmpty() ? new String[0] : arguments.split(" "));

        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.err()).startsWith("latchkey: ").contains("Usage: latchkey");
        assertThat(result.out()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"--help", "--version", "dlt --help", "dlt list --help", "dlt show --help", "dlt redrive --help"})
    void explainsItself(String arguments) {
        var result = latchkey(arguments.split(" "));

        assertThat(result.exit()).isZero();
        assertThat(result.out()).contains("latchkey");
    }
}
