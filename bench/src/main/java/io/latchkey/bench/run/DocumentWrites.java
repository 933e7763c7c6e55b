package io.latchkey.bench.run;

import io.latchkey.bench.load.Standing;
import io.latchkey.bench.process.Machine;
import java.util.HashMap;
import java.util.Map;

/**
 * Counts documents written from before anything is under way until all has ended. Counted between two moments of full load, an
 * enrolment would be counted here and what was written for it there.
 */
final class DocumentWrites {

    private final Machine machine;
    private final Map<String, Long> before;

    /** From now on. */
    DocumentWrites(Machine machine) {
        this.machine = machine;
        this.before = machine.writes();
    }

    /** By database and collection; nothing of a database that does not count. */
    Map<String, Double> perEnrolment(Standing ended) {
        double enrolments = Math.max(1, ended.proven());
        var written = new HashMap<String, Double>();
        machine.writes()
                .forEach((collection, count) ->
                        written.put(collection, (count - before.getOrDefault(collection, 0L)) / enrolments));
        written.values().removeIf(count -> count == 0);
        return written;
    }
}
