package io.latchkey.infrastructure.process;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Every process started here. None outlives this JVM, unless that is killed; those that read orders end even then. */
public final class Children implements AutoCloseable {

    private final Set<Process> running = ConcurrentHashMap.newKeySet();
    private final Path logs;
    private volatile boolean closed;

    /** @param logs the directory of what they write to their standard error */
    public Children(Path logs) {
        this.logs = logs;
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "end-children"));
    }

    /** @param standardOutput where it goes; {@link ProcessBuilder.Redirect#PIPE} to be read */
    public Process start(String name, List<String> command, ProcessBuilder.Redirect standardOutput) {
        if (closed) {
            throw new CannotRun("stopped while starting " + name);
        }
        try {
            var process = new ProcessBuilder(command)
                    .redirectOutput(standardOutput)
                    .redirectError(ProcessBuilder.Redirect.appendTo(errors(name)))
                    .start();
            running.add(process);
            process.onExit().thenAccept(running::remove);
            if (closed) {
                process.destroyForcibly();
            }
            return process;
        } catch (IOException e) {
            throw new CannotRun("cannot start " + name + ": " + e.getMessage(), e);
        }
    }

    private File errors(String name) {
        return logs.resolve(name + ".err").toFile();
    }

    /** Paused ones too. */
    @Override
    public void close() {
        closed = true;
        running.forEach(Process::destroyForcibly);
        for (var process : List.copyOf(running)) {
            process.onExit().join();
        }
    }
}
