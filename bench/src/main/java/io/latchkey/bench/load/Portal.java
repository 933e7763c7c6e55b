package io.latchkey.bench.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.latchkey.bench.work.Population;
import io.latchkey.bench.work.Side;
import io.latchkey.messaging.avro.AvroValues;
import io.latchkey.messaging.kafka.KafkaSettings;
import io.latchkey.messaging.sealing.AssociatedData;
import io.latchkey.messaging.sealing.HpkeSealer;
import io.latchkey.messaging.sealing.KeyDirectory;
import io.latchkey.messaging.sealing.Sealer;
import io.latchkey.schemas.CommandMetadata;
import io.latchkey.schemas.KeyOwner;
import io.latchkey.schemas.MethodKind;
import io.latchkey.schemas.RegisterMethod;
import io.latchkey.schemas.Sealed;
import io.latchkey.schemas.SubmitCode;
import io.latchkey.schemas.topics.Topic;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Publishes the two commands of an enrolment, sealed. Never waits for the broker. */
final class Portal implements AutoCloseable {

    private final AvroValues values;
    private final KeyDirectory keys;
    private final Sealer sealer;
    private final Producer<byte[], byte[]> producer;
    private final String registrations;
    private final String codes;

    Portal(Side side, KafkaSettings settings, AvroValues values) {
        this.values = values;
        this.keys = new KeyDirectory(
                () -> new KafkaConsumer<>(settings.reader()),
                Topic.KEYS.name(side.prefix()),
                values,
                List.of(),
                InstantSource.system());
        this.sealer = new HpkeSealer(keys, InstantSource.system());
        this.producer = new KafkaProducer<>(settings.producer());
        this.registrations = Topic.REGISTRATION_COMMANDS.name(side.prefix());
        this.codes = Topic.VERIFICATION_COMMANDS.name(side.prefix());
    }

    /** Returns when the services' keys are known. */
    void awaitKeys() throws InterruptedException {
        var read = new CountDownLatch(1);
        keys.start(read::countDown);
        read.await();
    }

    void registers(int account) {
        var metadata = metadata(account);
        var phone = sealed(KeyOwner.REGISTRATION, AssociatedData.DESTINATION, metadata, Population.phone(account));
        send(registrations, account, new RegisterMethod(metadata, MethodKind.MOBILE_PHONE, null, phone));
    }

    void submits(int account, UUID codeId, String code) {
        var metadata = metadata(account);
        var typed = sealed(KeyOwner.VERIFICATION, AssociatedData.CODE, metadata, code);
        send(codes, account, new SubmitCode(metadata, codeId, typed));
    }

    private void send(String topic, int account, SpecificRecord command) {
        var key = Population.account(account).value().getBytes(UTF_8);
        producer.send(new ProducerRecord<>(topic, key, values.encode(topic, command)));
    }

    private static CommandMetadata metadata(int account) {
        var random = ThreadLocalRandom.current();
        var id = new UUID(random.nextLong(), random.nextLong());
        var key = Population.account(account);
        return new CommandMetadata(id, key.tenantId(), key.userId(), Instant.now(), id, null);
    }

    private Sealed sealed(KeyOwner recipient, String purpose, CommandMetadata metadata, String value) {
        var account = new io.latchkey.messaging.decision.AggregateKey(metadata.getTenantId(), metadata.getUserId());
        return sealer.seal(recipient, new AssociatedData(purpose, account, metadata.getCommandId()), value);
    }

    @Override
    public void close() {
        producer.close();
        keys.close();
    }
}
