package io.latchkey.bench.floor;

import io.latchkey.schemas.topics.Topic;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What one of the services does. */
interface Hop {

    /** Also the name of its part of the watermarks. */
    String name();

    List<Topic> inputs();

    /** Returns when database and broker have acknowledged everything that follows from the batch. */
    void work(Iterable<ConsumerRecord<byte[], byte[]>> batch);
}
