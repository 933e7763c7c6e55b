package io.latchkey.embedded.installation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTests {

    @TempDir
    private Path parent = Path.of("");

    @Test
    void isForOneProcessAtATimeAndNamesIt() throws Exception {
        Path path = parent.resolve("data");
        try (DataDirectory _ = DataDirectory.open(path)) {
            assertThatThrownBy(() -> DataDirectory.open(path))
                    .isInstanceOf(StartFailure.class)
                    .hasMessageContaining(path + " is in use by process "
                            + ProcessHandle.current().pid());
        }
        DataDirectory.open(path).close();
    }

    @Test
    void letsNobodyElseLookIn() throws Exception {
        try (DataDirectory directory = DataDirectory.open(parent.resolve("a directory/in another"))) {
            assertThat(permissions(directory.path())).isEqualTo("rwx------");
            assertThat(permissions(directory.secrets(Service.REGISTRATION))).isEqualTo("rwx------");
        }
    }

    @Test
    void isGoneAfterwardsIfItIsTemporary() throws Exception {
        DataDirectory directory = DataDirectory.temporary();
        assertThat(directory.path()).isDirectory();

        directory.close();
        assertThat(directory.path()).doesNotExist();
    }

    private static String permissions(Path path) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
