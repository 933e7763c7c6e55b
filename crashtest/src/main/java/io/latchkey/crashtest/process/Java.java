package io.latchkey.crashtest.process;

import io.latchkey.infrastructure.process.CannotRun;
import io.latchkey.infrastructure.process.JavaCommand;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How JVMs are started: with this one's Java, the packaged jars, and little memory. */
public final class Java {

    private static final String WRAPPERS = "latchkey-crashtest-tests.jar";

    private Java() {}

    /** Of broker and database. */
    public static JavaCommand storesIn(Path directory) {
        return (log, main, arguments) -> command(directory, log, List.of(), main.getName(), arguments);
    }

    /** With what {@link #recording} left in this directory. */
    static List<String> cached(Path directory) {
        return List.of("-XX:AOTCache=" + cache(directory));
    }

    static List<String> recording(Path directory) {
        return List.of("-XX:AOTCacheOutput=" + cache(directory));
    }

    private static Path cache(Path directory) {
        return directory.resolve("tmp").resolve("services.aot");
    }

    /** @param directory for whatever the JVM writes by itself; goes with the run */
    static List<String> command(Path directory, Path log, List<String> options, String main, List<String> arguments) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData",
                "-Xmx192m",
                "-Xlog:disable",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dsun.net.httpserver.nodelay=true",
                "-Djava.io.tmpdir=" + directory.resolve("tmp"),
                "-XX:ErrorFile=" + directory.resolve("logs").resolve("jvm-%p.log"),
                "-Dlatchkey.log.file=" + log,
                "-Dorg.springframework.boot.logging.LoggingSystem=none",
                "-cp",
                classPath()));
        command.addAll(options);
        command.add(main);
        command.addAll(arguments);
        return command;
    }

    /** This jar, which names its libraries, and the wrappers beside it. */
    private static String classPath() {
        var jar = ownJar();
        var wrappers = jar.resolveSibling(WRAPPERS);
        if (!Files.isRegularFile(jar) || !Files.isRegularFile(wrappers)) {
            throw new CannotRun("the crash test is not packaged: " + wrappers + " is missing");
        }
        return jar + File.pathSeparator + wrappers;
    }

    private static Path ownJar() {
        try {
            return Path.of(Java.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new CannotRun("the crash test does not know where it is", e);
        }
    }
}
