package io.latchkey.operations.dlt;

import java.time.Instant;

/** Where a record is in the log, and since when. */
record Place(String topic, int partition, long offset, Instant time) {

    @Override
    public String toString() {
        return topic + "-" + partition + "@" + offset;
    }
}
