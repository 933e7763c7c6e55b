package io.latchkey.infrastructure.database;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;

/** The database in a JVM of its own, so that it can be killed, or have little memory. */
final class DatabaseProcess implements AutoCloseable {

    private final Process process;
    private final BufferedReader output;

    private DatabaseProcess(Process process) {
        this.process = process;
        this.output = process.inputReader();
    }

    /** @param heap in megabytes */
    static DatabaseProcess start(Path file, int heap) throws IOException {
        return new DatabaseProcess(new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx%dm".formatted(heap),
                        "-cp",
                        System.getProperty("java.class.path"),
                        DatabaseProcess.class.getName(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start());
    }

    String uri() throws IOException {
        return output.lines()
                .filter(line -> line.startsWith("mongodb:"))
                .findFirst()
                .orElseThrow();
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() throws Exception {
        kill();
        output.close();
    }

    @SuppressWarnings("resource")
    public static void main(String[] file) {
        System.out.println(EmbeddedDatabase.start(Path.of(file[0]), 0).uri());
    }
}
