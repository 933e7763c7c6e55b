package io.latchkey.operations.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.latchkey.operations.terminal.OperatorFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an import that was killed goes on from. */
class CheckpointTest {

    @TempDir
    private Path directory = Path.of("");

    private AccountFile file = new AccountFile(Path.of(""), 0, "");

    @BeforeEach
    void writeFile() throws IOException {
        var path = directory.resolve("accounts.csv");
        Files.writeString(path, "userId\nann\n");
        file = AccountFile.of(path);
    }

    private Checkpoint checkpoint() {
        return new Checkpoint(
                "acme",
                file,
                BatchKey.random(),
                new Progress(100, 7, 4, 8, 2, 1),
                new TreeMap<>(Map.of(0, 5L, 1, 6L)),
                false);
    }

    @Test
    void isReadAsItWasWritten() {
        var written = checkpoint();
        written.write();

        var read = Checkpoint.read(file).orElseThrow();

        assertThat(read).usingRecursiveComparison().ignoringFields("batch").isEqualTo(written);
        assertThat(read.batch().hex()).isEqualTo(written.batch().hex());
        assertThat(read.isOf("acme", file)).isTrue();
    }

    @Test
    void takesThePlaceOfTheOneBeforeAndLeavesNothingElse() throws IOException {
        var written = checkpoint();
        written.write();
        written.at(new Progress(200, 9, 6, 12, 2, 1), true).write();

        assertThat(Checkpoint.read(file).orElseThrow().progress().offset()).isEqualTo(200);
        try (var files = Files.list(directory)) {
            assertThat(files).containsExactlyInAnyOrder(file.path(), file.checkpoint());
        }
    }

    @Test
    void isForItsOwnersEyesOnly() throws IOException {
        checkpoint().write();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.checkpoint())))
                .isEqualTo("rw-------");
    }

    @Test
    void isOfOneFileAndOneTenant() throws IOException {
        Files.writeString(file.path(), "userId\nbob\n");

        assertThat(checkpoint().isOf("acme", AccountFile.of(file.path()))).isFalse();
        assertThat(checkpoint().isOf("other", file)).isFalse();
    }

    @Test
    void thatCannotBeReadIsNamed() throws IOException {
        Files.writeString(file.checkpoint(), "size=x");

        assertThatThrownBy(() -> Checkpoint.read(file))
                .isInstanceOf(OperatorFailure.class)
                .hasMessageStartingWith(file.checkpoint() + " is no checkpoint that can be read")
                .hasMessageEndingWith("--restart begins anew");
    }
}
