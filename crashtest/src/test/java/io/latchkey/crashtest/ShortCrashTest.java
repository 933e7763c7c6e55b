package io.latchkey.crashtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** The packaged command, for two rounds; run by {@code mvn verify -Pcrash} alone. */
@EnabledIfSystemProperty(named = "latchkey.crash", matches = "true")
class ShortCrashTest {

    private static final Path JAR = Path.of("target", "latchkey-crashtest.jar");

    @Test
    void twoRoundsLoseAndDoubleNothing() throws IOException, InterruptedException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var crashtest = new ProcessBuilder(
                        java,
                        "-Xmx768m",
                        "-XX:+UseSerialGC",
                        "-Xlog:disable",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-Dsun.net.httpserver.nodelay=true",
                        "-jar",
                        JAR.toString(),
                        "crashtest",
                        "--rounds",
                        "2")
                .redirectErrorStream(true)
                .start();
        Thread.ofVirtual().start(() -> crashtest.inputReader().lines().forEach(System.out::println));
        try {
            assertThat(crashtest.waitFor(15, TimeUnit.MINUTES)).isTrue();
            assertThat(crashtest.exitValue()).isZero();
        } finally {
            crashtest.destroy();
            crashtest.waitFor();
        }
    }
}
