package io.latchkey.embedded.installation;

import java.nio.file.Path;
import org.slf4j.bridge.SLF4JBridgeHandler;

/** Keeps the console for people: everything is logged to a file, of which {@code logback.xml} knows the rest. */
public final class Logs {

    private Logs() {}

    /** Has to be called before the first logger is made. */
    static void to(Path file) {
        System.setProperty("latchkey.log.file", file.toString());
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
    }

    /** On the console too; likewise. */
    public static void alsoToTheConsole() {
        System.setProperty("latchkey.log.console", "INFO");
    }
}
