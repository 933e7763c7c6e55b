package io.latchkey.crashtest.fault;

import io.latchkey.crashtest.process.Service;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** Where a process can be made to halt, as the ports see it. */
public enum HaltingPoint {
    /** Decided, and not yet in the database. */
    BEFORE_WRITE,
    /** In the database, and nothing of it on a topic. */
    BETWEEN_WRITE_AND_PRODUCE,
    /** The first half of the batch's records is on its topics, and nobody has heard of it. */
    BETWEEN_PRODUCE_AND_ACKNOWLEDGEMENT,
    /** Everything is acknowledged, and the watermark is where it was. */
    BEFORE_WATERMARK,
    /** The watermark is raised, and the group's offsets are where they were. */
    BEFORE_COMMIT,
    /** The attempt is recorded, and the provider was not called. */
    BETWEEN_STARTED_AND_CALL,
    /** The provider has answered, and nobody has heard it. */
    BETWEEN_ANSWER_AND_RECORD,
    /** The end is told, and not archived: it will be told again. */
    BEFORE_ARCHIVE;

    private static final Set<HaltingPoint> OF_NOTIFICATION =
            EnumSet.of(BETWEEN_STARTED_AND_CALL, BETWEEN_ANSWER_AND_RECORD, BEFORE_ARCHIVE);

    /** Whether a service ever comes by. */
    public boolean existsIn(Service service) {
        return service == Service.NOTIFICATION || !OF_NOTIFICATION.contains(this);
    }

    public String title() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
