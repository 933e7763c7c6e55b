package io.latchkey.embedded.installation;

import io.latchkey.infrastructure.TemporaryDirectory;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Where an installation keeps everything, for one process at a time. The lock is the operating system's, so that it ends
 * with the process, however that ends. Nobody else may look in.
 */
public final class DataDirectory implements AutoCloseable {

    private final Path path;
    private final FileChannel lock;
    private final AutoCloseable afterwards;

    private DataDirectory(Path path, AutoCloseable afterwards) {
        this.path = path;
        this.lock = locked(path);
        this.afterwards = afterwards;
    }

    /** @throws StartFailure if it cannot be written or another process has it */
    public static DataDirectory open(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        return new DataDirectory(created(absolute), () -> {});
    }

    /** Deleted when closed. */
    public static DataDirectory temporary() {
        TemporaryDirectory directory = TemporaryDirectory.create("latchkey-");
        return new DataDirectory(directory.path(), directory);
    }

    public Path path() {
        return path;
    }

    public Path log() {
        return path.resolve("logs").resolve("latchkey.log");
    }

    Path broker() {
        return path.resolve("broker");
    }

    Path database() {
        return path.resolve("database").resolve("latchkey.mv");
    }

    Path secrets(Service service) {
        return created(path.resolve("secrets").resolve(service.title()));
    }

    /** Made where it is missing. */
    Path issuer() {
        return created(issuer(path));
    }

    static Path issuer(Path directory) {
        return directory.resolve("secrets").resolve("issuer");
    }

    private static Path created(Path path) {
        try {
            return Files.createDirectories(
                    path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } catch (IOException e) {
            throw new StartFailure("data directory " + path + " cannot be made: " + reason(e), e);
        }
    }

    private static String reason(IOException e) {
        return switch (e) {
            case AccessDeniedException _ -> "permission denied";
            case FileAlreadyExistsException _ -> "a file is in its place";
            case FileSystemException failure when failure.getReason() != null -> failure.getReason();
            default -> e.toString();
        };
    }

    private static FileChannel locked(Path directory) {
        Path file = directory.resolve("lock");
        try {
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (!lock(channel)) {
                channel.close();
                throw new StartFailure(
                        "data directory %s is in use by process %s: stop it or choose another with --data"
                                .formatted(directory, Files.readString(file).strip()));
            }
            return channel;
        } catch (IOException e) {
            throw new StartFailure("data directory " + directory + " cannot be written: " + reason(e), e);
        }
    }

    private static boolean lock(FileChannel channel) throws IOException {
        try {
            if (channel.tryLock() == null) {
                return false;
            }
        } catch (OverlappingFileLockException _) {
            return false;
        }
        String pid = ProcessHandle.current().pid() + "\n";
        channel.truncate(0).write(ByteBuffer.wrap(pid.getBytes(StandardCharsets.US_ASCII)));
        return true;
    }

    @Override
    public void close() throws Exception {
        try (afterwards) {
            lock.close();
        }
    }
}
