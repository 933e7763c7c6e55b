package io.latchkey.embedded.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command as a person calls it, in a process of its own. */
class DemoTest {

    @TempDir
    Path directory;

    @Test
    void itEndsWithTheCountsAndExitCodeZero() throws IOException, InterruptedException {
        assertEndsWith(
                "demo: ok 2 methods proven, 5 rejections, 2 dead letters, 1 reconfirmation, 0 plaintext hits", "demo");
    }

    @Test
    @Tag("SPEC-2.1d")
    @Tag("SPEC-2.3b")
    @Tag("SPEC-2.3c")
    @Tag("SPEC-2.3d")
    @Tag("SPEC-2.3e")
    @Tag("SPEC-2.3f")
    @Tag("SPEC-2.4c")
    @Tag("SPEC-2.5f")
    @Tag("SPEC-2.6a")
    @Tag("SPEC-2.6b")
    @Tag("SPEC-4.1e")
    @Tag("SPEC-4.1g")
    @Tag("SPEC-6.2b")
    @Tag("SPEC-6.3c")
    @Tag("SPEC-6.4b")
    @Tag("SPEC-6.6b")
    @Tag("SPEC-6.6c")
    @Tag("SPEC-6.6d")
    void theFullStoryPlaysTheWholeLifeOfAnAccount() throws IOException, InterruptedException {
        assertEndsWith(
                "demo: ok 6 methods proven, 5 rejections, 8 mails to administrators, 3 reminders, 1 erasure,"
                        + " 0 dead letters, 0 plaintext hits",
                "demo",
                "--story",
                "full");
    }

    private void assertEndsWith(String line, String... arguments) throws IOException, InterruptedException {
        var output = directory.resolve("output");
        var demo = Command.latchkey(arguments).redirectOutput(output.toFile()).start();
        try {
            assertThat(demo.waitFor(4, TimeUnit.MINUTES)).isTrue();
            assertThat(Files.readAllLines(output)).last().isEqualTo(line);
            assertThat(demo.exitValue()).isZero();
        } finally {
            demo.destroy();
        }
    }
}
