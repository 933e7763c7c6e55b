package io.latchkey.bench.process;

import io.latchkey.infrastructure.process.CannotRun;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How the JVMs are started: with this one's Java, from the packaged jars. Two cores are shared by all of them, so each has
 * the serial collector, whose threads do not compete with anybody's work.
 */
final class Jvm {

    private static final List<String> COMMON = List.of(
            "-XX:+UseSerialGC",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Dsun.net.httpserver.nodelay=true");

    private final Path directory;
    private final List<String> options;

    private Jvm(Path directory, List<String> options) {
        this.directory = directory;
        this.options = options;
    }

    /** Of broker and database. The embedded database keeps pages and all keys of its documents in the heap. */
    static Jvm stores(Path directory) {
        return new Jvm(directory, List.of("-Xmx3g", "-Xms2g", "-Xmn1g"));
    }

    static Jvm floor(Path directory) {
        return new Jvm(directory, List.of("-Xmx256m", "-Xmn160m"));
    }

    static Jvm load(Path directory) {
        return new Jvm(directory, List.of("-Xmx512m"));
    }

    static Jvm preload(Path directory) {
        return new Jvm(directory, List.of("-Xmx512m"));
    }

    /** Enough for a service that has little to do. */
    static Jvm smallService(Path directory) {
        return new Jvm(directory, List.of("-Xmx128m"));
    }

    /** Most of it for what lives no longer than a batch: collected twice, a batch costs more than it does by itself. */
    static Jvm service(Path directory) {
        return new Jvm(directory, List.of("-Xmx256m", "-Xmn160m"));
    }

    Jvm with(String... more) {
        var all = new ArrayList<>(options);
        all.addAll(List.of(more));
        return new Jvm(directory, all);
    }

    /** What its parts log goes there. */
    Jvm loggingTo(Path log) {
        return with("-Dlatchkey.log.file=" + log);
    }

    List<String> command(Class<?> main, List<String> arguments) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(COMMON);
        command.addAll(options);
        command.add("-Djava.io.tmpdir=" + directory.resolve("tmp"));
        command.add("-XX:ErrorFile=" + directory.resolve("logs").resolve("jvm-%p.log"));
        command.addAll(List.of("-cp", jar().toString(), main.getName()));
        command.addAll(arguments);
        return command;
    }

    /** It names its libraries. */
    private static Path jar() {
        try {
            return Path.of(Jvm.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new CannotRun("the benchmark does not know where it is", e);
        }
    }
}
