package io.latchkey.crashtest.round;

import java.nio.file.Path;
import org.slf4j.LoggerFactory;

/** The driver's own log goes to a file beside those of the services, and so does what ends a thread of a library. */
final class Logs {

    private Logs() {}

    /** Has to be called before the first logger is made. */
    static void to(Path file) {
        System.setProperty("latchkey.log.file", file.toString());
        Thread.setDefaultUncaughtExceptionHandler(
                (thread, failure) -> LoggerFactory.getLogger(Logs.class).warn("{} has ended", thread, failure));
    }
}
