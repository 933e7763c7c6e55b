package io.latchkey.schemas.release;

import io.latchkey.schemas.topics.Topic;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/** A type of record that is on a topic, as today's class knows it. */
record RecordType(Class<? extends SpecificRecord> type) {

    static Stream<RecordType> all() {
        return Arrays.stream(Topic.values())
                .flatMap(topic -> topic.records().stream())
                .map(RecordType::new)
                .sorted(Comparator.comparing(RecordType::name));
    }

    String name() {
        return type.getSimpleName();
    }

    Schema schema() {
        return SpecificData.get().getSchema(type);
    }

    @Override
    public String toString() {
        return name();
    }
}
