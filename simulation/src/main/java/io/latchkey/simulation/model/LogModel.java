package io.latchkey.simulation.model;

import io.latchkey.messaging.engine.InputPartition;
import io.latchkey.messaging.engine.InputRecord;
import io.latchkey.messaging.engine.OutputRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;

/** The broker's topics: partitions with offsets without a hole and append times. A topic may be made anew. */
public final class LogModel {

    public static final int PARTITIONS = 2;

    private final Map<String, TopicModel> topics = new TreeMap<>();

    /** Creates it where it does not exist. */
    public TopicModel topic(String name) {
        return topics.computeIfAbsent(name, TopicModel::new);
    }

    /** By its key as every partitioner of Latchkey's producers does: murmur2. */
    public InputRecord append(OutputRecord record, Instant at) {
        return append(record, partition(record.key()), at);
    }

    public InputRecord append(OutputRecord record, int partition, Instant at) {
        return topic(record.topic()).partitions.get(partition).append(record, at);
    }

    private static int partition(byte @Nullable [] key) {
        return key == null ? 0 : Utils.toPositive(Utils.murmur2(key)) % PARTITIONS;
    }

    /** One creation after another of a topic of this name. */
    public static final class TopicModel {
        private final String name;
        private int creations;
        private List<PartitionModel> partitions = List.of();

        private TopicModel(String name) {
            this.name = name;
            create();
        }

        /** All records are gone, and the topic has another id. */
        public void recreate() {
            create();
        }

        private void create() {
            creations++;
            var id = new UUID(name.hashCode(), creations);
            var created = new ArrayList<PartitionModel>();
            for (int i = 0; i < PARTITIONS; i++) {
                created.add(new PartitionModel(new InputPartition(name, id, i)));
            }
            partitions = created;
        }

        public PartitionModel partition(int number) {
            return partitions.get(number);
        }

        public List<PartitionModel> partitions() {
            return partitions;
        }
    }

    /** The records of one partition of one creation of a topic. */
    public static final class PartitionModel {
        private final InputPartition id;
        private final List<InputRecord> records = new ArrayList<>();
        private int begin;

        private PartitionModel(InputPartition id) {
            this.id = id;
        }

        private InputRecord append(OutputRecord record, Instant at) {
            var appended = new InputRecord(id, records.size(), at, record.key(), record.value(), record.headers());
            records.add(appended);
            return appended;
        }

        public InputPartition id() {
            return id;
        }

        /** The offset of the oldest record that is left. */
        public long begin() {
            return begin;
        }

        /** The offset of the next record. */
        public long end() {
            return records.size();
        }

        /** Retention: what is older than this offset is gone. */
        public void forgetBefore(long offset) {
            begin = (int) Math.max(begin, Math.min(offset, end()));
        }

        public List<InputRecord> read(long from, int most) {
            int first = (int) Math.max(from, begin);
            return first >= records.size()
                    ? List.of()
                    : List.copyOf(records.subList(first, Math.min(records.size(), first + most)));
        }

        public InputRecord record(long offset) {
            return records.get((int) offset);
        }
    }
}
