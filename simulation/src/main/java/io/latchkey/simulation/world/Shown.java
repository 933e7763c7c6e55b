package io.latchkey.simulation.world;

import org.apache.avro.specific.SpecificRecord;

/** A record in one line of a history; what it seals is simulated, and may be shown. */
final class Shown {

    private Shown() {}

    static String of(SpecificRecord record) {
        return record.getSchema().getName() + " " + record.toString().replaceAll("\\s+", " ");
    }
}
