package io.latchkey.infrastructure.process;

import java.nio.file.Path;
import java.util.List;

/** How a JVM of ours is started: which Java, class path, memory. */
@FunctionalInterface
public interface JavaCommand {

    /** @param log what it logs, for those of its parts that do */
    List<String> of(Path log, Class<?> main, List<String> arguments);
}
