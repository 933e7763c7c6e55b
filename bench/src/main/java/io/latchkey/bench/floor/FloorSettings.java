package io.latchkey.bench.floor;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.latchkey.messaging.mongo.PlainDocuments;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.bson.UuidRepresentation;
import org.bson.codecs.configuration.CodecRegistries;

/**
 * The one place for the settings of the floor's clients. What is promised is as the services have it (idempotent, all
 * in-sync replicas, majority and journal, lz4); what remains is set for the least work at saturation.
 */
final class FloorSettings {

    /** At once at the provider, as the services' own default. */
    static final int CALLS_AT_ONCE = 32;

    static final Duration CALL_TIMEOUT = Duration.ofSeconds(10);
    static final Duration POLL = Duration.ofMillis(200);
    static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Of one bulk insert of accounts. */
    static final int PRELOADED_AT_ONCE = 2_000;

    /** A batch costs round trips, a record almost none, so that a larger one than the services' 1,000 pays. */
    private static final int MAX_POLL_RECORDS = 2_000;

    /** A stage flushes once per batch of its own, so nothing else should cut what goes to a partition. */
    private static final int LINGER_MS = 1_000;

    private static final int BATCH_BYTES = 256 * 1024;

    private final FloorArguments arguments;

    FloorSettings(FloorArguments arguments) {
        this.arguments = arguments;
    }

    Producer<byte[], byte[]> producer() {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                arguments.bootstrapServers(),
                "acks",
                "all",
                "enable.idempotence",
                true,
                "delivery.timeout.ms",
                Integer.MAX_VALUE,
                "compression.type",
                "lz4",
                "linger.ms",
                LINGER_MS,
                "batch.size",
                BATCH_BYTES);
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** @param group for whose lag offsets are committed; partitions are assigned by hand */
    Consumer<byte[], byte[]> consumer(String group) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                arguments.bootstrapServers(),
                "group.id",
                arguments.prefix() + group,
                "enable.auto.commit",
                false,
                "auto.offset.reset",
                "earliest",
                "isolation.level",
                "read_committed",
                "max.poll.records",
                MAX_POLL_RECORDS);
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    MongoClient mongo() {
        return MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(arguments.mongodb()))
                .codecRegistry(CodecRegistries.fromRegistries(
                        CodecRegistries.fromProviders(new PlainDocuments()),
                        MongoClientSettings.getDefaultCodecRegistry()))
                .uuidRepresentation(UuidRepresentation.STANDARD)
                .writeConcern(WriteConcern.MAJORITY.withJournal(true))
                .readConcern(ReadConcern.MAJORITY)
                .readPreference(ReadPreference.primary())
                .build());
    }
}
