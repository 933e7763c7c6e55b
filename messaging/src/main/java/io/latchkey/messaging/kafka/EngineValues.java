package io.latchkey.messaging.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.latchkey.messaging.avro.AvroValues;
import io.latchkey.messaging.decision.AggregateKey;
import io.latchkey.messaging.engine.Header;
import io.latchkey.messaging.engine.OutputRecord;
import io.latchkey.messaging.engine.ValueStamp;
import io.latchkey.messaging.engine.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The engine's values over Avro. Every value and every tombstone says in its headers what it reflects: readers compare epoch
 * and sequence, and of equal ones believe the later record.
 */
public final class EngineValues<S> implements Values<S> {

    /** Of the stored document, for whoever looks into what became of it. */
    public static final String VERSION = "latchkey-version";

    private final String service;
    private final Topics topics;
    private final AvroValues avro;
    private final CompactedValues<S> values;

    public EngineValues(String service, Topics topics, AvroValues avro, CompactedValues<S> values) {
        this.service = service;
        this.topics = topics;
        this.avro = avro;
        this.values = values;
    }

    @Override
    public String eventsOf(AggregateKey key) {
        return topics.name(values.eventsOf(key));
    }

    @Override
    public Optional<OutputRecord> of(AggregateKey key, @Nullable S state, ValueStamp stamp) {
        return values.topicOf(key)
                .map(topics::name)
                .map(topic -> state == null ? tombstone(topic, key, stamp) : value(topic, key, state, stamp));
    }

    private static OutputRecord tombstone(String topic, AggregateKey key, ValueStamp stamp) {
        return new OutputRecord(topic, bytes(key), null, stamped(stamp));
    }

    private OutputRecord value(String topic, AggregateKey key, S state, ValueStamp stamp) {
        var record = values.write(key, state, stamp);
        var headers = new ArrayList<>(CloudEvents.headers(service, record.getSchema(), stamp.id(), stamp.at()));
        headers.addAll(stamped(stamp));
        return new OutputRecord(topic, bytes(key), avro.encode(topic, record), headers);
    }

    private static List<Header> stamped(ValueStamp stamp) {
        var headers = new ArrayList<>(new ValueOrder(stamp.epoch(), stamp.sequence()).headers());
        headers.add(Header.of(VERSION, Long.toString(stamp.version())));
        return headers;
    }

    private static byte[] bytes(AggregateKey key) {
        return key.value().getBytes(UTF_8);
    }
}
