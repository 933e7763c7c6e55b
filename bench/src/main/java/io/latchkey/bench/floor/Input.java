package io.latchkey.bench.floor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toSet;

import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A record that a hop has to act on. */
record Input(ConsumerRecord<byte[], byte[]> source, String account, SpecificRecord record) {

    static Input of(ConsumerRecord<byte[], byte[]> source, SpecificRecord record) {
        return new Input(source, new String(source.key(), UTF_8), record);
    }

    Instant logTime() {
        return Instant.ofEpochMilli(source.timestamp());
    }

    static Set<String> accounts(Collection<Input> inputs) {
        return inputs.stream().map(Input::account).collect(toSet());
    }

    /** Never shows the content. */
    @Override
    public String toString() {
        return "Input[" + record.getSchema().getName() + "]";
    }
}
