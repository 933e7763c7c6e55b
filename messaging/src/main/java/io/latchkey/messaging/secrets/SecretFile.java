package io.latchkey.messaging.secrets;

import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;
import static java.nio.file.attribute.PosixFilePermission.OTHERS_READ;
import static java.nio.file.attribute.PosixFilePermission.OTHERS_WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collections;
import java.util.Set;
import java.util.function.Supplier;

/** One secret on disk. Made at most once, whole or not at all, however many processes try. */
record SecretFile(Path directory, String name) {

    private static final long MAX_SIZE = 1 << 20;
    private static final Set<?> EVERYBODY = Set.of(OTHERS_READ, OTHERS_WRITE);

    Path path() {
        return directory.resolve(name);
    }

    boolean exists() {
        return Files.exists(path());
    }

    String read() {
        try {
            requirePrivate();
            return Files.readString(path()).strip();
        } catch (IOException e) {
            throw new SecretException(path(), "cannot be read: let this process own it, mode 600");
        }
    }

    /** Keeps the file that another process made first. */
    void create(Supplier<String> content) {
        try {
            createDirectory();
            var temporary = Files.createTempFile(directory, ".", ".tmp");
            try {
                write(temporary, content.get());
                linkUnlessExists(temporary);
            } finally {
                Files.delete(temporary);
            }
            sync(directory);
        } catch (IOException e) {
            throw new SecretException(path(), "cannot be made: let this process write to its directory");
        }
    }

    private void requirePrivate() throws IOException {
        var view = Files.getFileAttributeView(path(), PosixFileAttributeView.class);
        boolean shared =
                view != null && !Collections.disjoint(view.readAttributes().permissions(), EVERYBODY);
        if (shared || Files.size(path()) > MAX_SIZE) {
            throw new SecretException(
                    path(), shared ? "is open to everybody: chmod 600 it" : "is too long for a secret");
        }
    }

    private void createDirectory() throws IOException {
        if (directory.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            var ownerOnly = PosixFilePermissions.fromString("rwx------");
            Files.createDirectories(directory, PosixFilePermissions.asFileAttribute(ownerOnly));
        } else {
            Files.createDirectories(directory);
        }
    }

    private static void write(Path temporary, String content) throws IOException {
        try (var channel = FileChannel.open(temporary, WRITE)) {
            var bytes = ByteBuffer.wrap((content + "\n").getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    /** A move would replace the file that another process made and already uses; a link never does. */
    private void linkUnlessExists(Path temporary) throws IOException {
        try {
            Files.createLink(path(), temporary);
        } catch (FileAlreadyExistsException e) {
            // Whoever was first has made the secret that all use.
        }
    }

    private static void sync(Path directory) throws IOException {
        try (var channel = FileChannel.open(directory, READ)) {
            channel.force(true);
        }
    }
}
