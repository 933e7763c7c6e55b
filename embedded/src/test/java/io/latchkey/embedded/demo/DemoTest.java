package io.latchkey.embedded.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command as a person calls it, in a process of its own. */
class DemoTest {

    @TempDir
    Path directory;

    @Test
    void itEndsWithTheCountsAndExitCodeZero() throws IOException, InterruptedException {
        var output = directory.resolve("output");
        var demo = Command.latchkey("demo").redirectOutput(output.toFile()).start();
        assertThat(demo.waitFor(3, TimeUnit.MINUTES)).isTrue();
        assertThat(Files.readAllLines(output))
                .last()
                .isEqualTo(
                        "demo: ok 2 methods proven, 5 rejections, 2 dead letters, 1 reconfirmation, 0 plaintext hits");
        assertThat(demo.exitValue()).isZero();
    }
}
