package io.latchkey.messaging.kafka;

import io.latchkey.messaging.engine.Header;
import io.latchkey.messaging.engine.InputPartition;
import io.latchkey.messaging.engine.InputRecord;
import io.latchkey.messaging.kafka.IntakeConsumer.MisplacedRecords;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.utils.Utils;

/** Turns what was polled into the engine's records. */
final class PolledRecords {

    private final MisplacedRecords misplaced;

    PolledRecords(MisplacedRecords misplaced) {
        this.misplaced = misplaced;
    }

    /** Without the records of partitions that must be looked up again, which are read again afterwards. */
    List<InputRecord> batch(ConsumerRecords<byte[], byte[]> polled, Assignment assignment) {
        var batch = new ArrayList<InputRecord>(polled.count());
        for (var record : polled) {
            var place = assignment.place(record);
            if (place != null) {
                var input = input(place, record);
                countIfMisplaced(input, assignment.partitions(input));
                batch.add(input);
            }
        }
        return batch;
    }

    private static InputRecord input(InputPartition place, ConsumerRecord<byte[], byte[]> record) {
        var headers = new ArrayList<Header>();
        record.headers()
                .forEach(header ->
                        headers.add(new Header(header.key(), header.value() == null ? new byte[0] : header.value())));
        var logTime = Instant.ofEpochMilli(record.timestamp());
        return new InputRecord(place, record.offset(), logTime, record.key(), record.value(), headers);
    }

    /** By Kafka's own partitioner, murmur2 of the key. */
    private void countIfMisplaced(InputRecord input, int partitions) {
        var key = input.key();
        if (key != null
                && Utils.toPositive(Utils.murmur2(key)) % partitions
                        != input.partition().partition()) {
            misplaced.count(input);
        }
    }
}
