package io.latchkey.bench.result;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;

/** On what was measured; no names of machines or users. */
final class Surroundings {

    private Surroundings() {}

    static Map<String, String> of(String database) {
        var told = new LinkedHashMap<String, String>();
        told.put("at", Instant.now().truncatedTo(ChronoUnit.MINUTES).toString());
        told.put("processors", Integer.toString(Runtime.getRuntime().availableProcessors()));
        told.put("system", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        told.put("java", Runtime.version().toString());
        told.put("database", database);
        return told;
    }
}
