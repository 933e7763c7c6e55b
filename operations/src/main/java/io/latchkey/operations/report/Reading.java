package io.latchkey.operations.report;

import io.latchkey.messaging.avro.AvroValues;
import io.latchkey.messaging.decision.AggregateKey;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** One partition after the other: when the next begins, the one before is handed over and forgotten. */
final class Reading {

    private final AvroValues values;
    private final BiConsumer<AggregateKey, Standing> accounts;
    private PartitionStandings current;
    private long skipped;

    Reading(AvroValues values, BiConsumer<AggregateKey, Standing> accounts) {
        this.values = values;
        this.accounts = accounts;
        this.current = new PartitionStandings(values);
    }

    Consumer<ConsumerRecord<byte[], byte[]>> partition() {
        handOver();
        return current::take;
    }

    /** Returns how many records were skipped. */
    long end() {
        handOver();
        return skipped;
    }

    private void handOver() {
        current.forEach(accounts);
        skipped += current.skipped();
        current = new PartitionStandings(values);
    }
}
