package io.latchkey.bench.floor;

import static java.util.stream.Collectors.toMap;

import io.latchkey.infrastructure.process.Until;
import io.latchkey.messaging.avro.AvroValues;
import io.latchkey.messaging.engine.OutputRecord;
import io.latchkey.messaging.sealing.HpkeOpener;
import io.latchkey.messaging.sealing.HpkeSealer;
import io.latchkey.messaging.sealing.KeyAnnouncement;
import io.latchkey.messaging.sealing.KeyDirectory;
import io.latchkey.messaging.sealing.Opener;
import io.latchkey.messaging.sealing.Sealer;
import io.latchkey.messaging.sealing.SealingKeys;
import io.latchkey.schemas.KeyOwner;
import io.latchkey.schemas.topics.Topic;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeader;

/** The three services' key pairs, new at each start and announced as theirs are. */
final class Keys implements AutoCloseable {

    private final Map<KeyOwner, SealingKeys> own;
    private final KeyDirectory directory;
    private final Producer<byte[], byte[]> producer;

    private Keys(Map<KeyOwner, SealingKeys> own, KeyDirectory directory, Producer<byte[], byte[]> producer) {
        this.own = own;
        this.directory = directory;
        this.producer = producer;
    }

    /** Returns when all three are on the topic and were read from it. */
    static Keys announce(FloorArguments arguments, FloorSettings settings, AvroValues values) {
        var topic = Topic.KEYS.name(arguments.prefix());
        var clock = InstantSource.system();
        var own = Arrays.stream(KeyOwner.values())
                .filter(owner -> owner != KeyOwner.UNKNOWN)
                .collect(toMap(Function.identity(), SealingKeys::generate));
        var directory = new KeyDirectory(() -> settings.consumer("keys"), topic, values, List.of(), clock);
        var keys = new Keys(own, directory, settings.producer());
        directory.start(() -> own.values()
                .forEach(each -> new KeyAnnouncement(each, directory, keys::produce, values, topic, clock).announce()));
        if (!Until.isTrue(FloorSettings.PATIENCE, keys::known)) {
            throw new IllegalStateException("the public keys are not known");
        }
        return keys;
    }

    private boolean known() {
        return directory.ready()
                && own.values().stream()
                        .map(SealingKeys::primary)
                        .allMatch(key -> directory.keys().stream()
                                .anyMatch(known -> known.key().equals(key)));
    }

    private void produce(List<OutputRecord> records) {
        Sending.all(producer, records.stream().map(Keys::record).toList());
    }

    private static ProducerRecord<byte[], byte[]> record(OutputRecord output) {
        var record = new ProducerRecord<byte[], byte[]>(output.topic(), output.key(), output.value());
        output.headers().forEach(header -> record.headers().add(new RecordHeader(header.name(), header.value())));
        return record;
    }

    Opener opener(KeyOwner owner) {
        var keys = own.get(owner);
        if (keys == null) {
            throw new IllegalArgumentException(owner.name());
        }
        return new HpkeOpener(keys);
    }

    Sealer sealer() {
        return new HpkeSealer(directory, InstantSource.system());
    }

    @Override
    public void close() {
        directory.close();
        producer.close();
    }
}
