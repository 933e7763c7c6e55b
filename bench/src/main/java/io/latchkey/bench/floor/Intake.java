package io.latchkey.bench.floor;

import io.latchkey.messaging.avro.AvroValues;
import io.latchkey.messaging.avro.Value;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Decodes what a hop acts on. Of anything else, no more is read than the id of its schema. For one thread. */
final class Intake {

    private static final int SCHEMA_ID = 1;

    private final AvroValues values;
    private final Set<Class<? extends SpecificRecord>> wanted;
    private final Set<Integer> unwanted = new HashSet<>();

    Intake(AvroValues values, Set<Class<? extends SpecificRecord>> wanted) {
        this.values = values;
        this.wanted = wanted;
    }

    List<Input> read(Iterable<ConsumerRecord<byte[], byte[]>> batch) {
        var inputs = new ArrayList<Input>();
        for (var source : batch) {
            var record = read(source);
            if (record != null) {
                inputs.add(Input.of(source, record));
            }
        }
        return inputs;
    }

    private @Nullable SpecificRecord read(ConsumerRecord<byte[], byte[]> source) {
        int schema = ByteBuffer.wrap(source.value()).getInt(SCHEMA_ID);
        if (unwanted.contains(schema)) {
            return null;
        }
        var record = decode(source);
        if (wanted.contains(record.getClass())) {
            return record;
        }
        unwanted.add(schema);
        return null;
    }

    private SpecificRecord decode(ConsumerRecord<byte[], byte[]> source) {
        return switch (values.decode(source.topic(), source.value())) {
            case Value.Record(var record) -> record;
            case Value.Undecodable(var reason, var detail) -> throw new IllegalStateException(reason + ": " + detail);
        };
    }
}
