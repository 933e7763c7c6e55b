package io.latchkey.messaging.engine;

import java.util.UUID;

/** A partition of one creation of a topic: a topic made anew under the same name has another id and another position. */
public record InputPartition(String topic, UUID topicId, int partition) {

    /** A stable name that holds no {@code .} and no {@code $}, fit for a document's field. */
    public String id() {
        return topicId + "-" + partition;
    }
}
