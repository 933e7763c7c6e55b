package io.latchkey.bench.result;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where one run's results are written, over those of the run before. */
record Directory(Path path) {

    void write(String file, String content) {
        try {
            Files.createDirectories(path);
            Files.writeString(path.resolve(file), content);
        } catch (IOException e) {
            throw new UncheckedIOException("The results cannot be written to " + path, e);
        }
    }
}
