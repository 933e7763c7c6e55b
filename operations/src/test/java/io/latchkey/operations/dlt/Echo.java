package io.latchkey.operations.dlt;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.mongodb.client.MongoClient;
import io.latchkey.messaging.decision.AggregateKey;
import io.latchkey.messaging.decision.Context;
import io.latchkey.messaging.decision.Decider;
import io.latchkey.messaging.decision.Decision;
import io.latchkey.messaging.decision.Refusal;
import io.latchkey.messaging.engine.Codec;
import io.latchkey.messaging.engine.Counters;
import io.latchkey.messaging.engine.Decoded;
import io.latchkey.messaging.engine.Engine;
import io.latchkey.messaging.engine.EngineSecret;
import io.latchkey.messaging.engine.Envelope;
import io.latchkey.messaging.engine.InputRecord;
import io.latchkey.messaging.engine.Origin;
import io.latchkey.messaging.engine.OutputRecord;
import io.latchkey.messaging.engine.Preparation.Prepared;
import io.latchkey.messaging.kafka.EngineMetrics;
import io.latchkey.messaging.kafka.Inputs;
import io.latchkey.messaging.kafka.IntakeConsumer;
import io.latchkey.messaging.kafka.IntakeStatus;
import io.latchkey.messaging.kafka.KafkaLog;
import io.latchkey.messaging.kafka.KafkaSettings;
import io.latchkey.messaging.kafka.OffsetCommits;
import io.latchkey.messaging.kafka.Topics;
import io.latchkey.messaging.mongo.AccountKeys;
import io.latchkey.messaging.mongo.FieldCipher;
import io.latchkey.messaging.mongo.MongoStore;
import io.latchkey.messaging.mongo.StateCodec;
import io.latchkey.schemas.topics.Party;
import io.latchkey.schemas.topics.Topic;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * A service in the place of registration that remembers the last word it was told and says it. Commands and replies are
 * text. Until it is mended it cannot decide about poison, nor read what it calls unreadable.
 */
final class Echo implements AutoCloseable {

    private final MongoClient client;
    private final Producer<byte[], byte[]> producer;
    private final IntakeConsumer consumer;
    private final KafkaSettings settings;
    private final String group;

    Echo(Topics topics, KafkaSettings settings, MongoClient client, boolean mended) {
        this.client = client;
        this.settings = settings;
        this.producer = new KafkaProducer<>(settings.producer());
        this.group = topics.group("registration");
        var inputs = Inputs.of(Party.REGISTRATION, Topic.REGISTRATION_COMMANDS);
        var commits = new OffsetCommits();
        var log = new KafkaLog(producer, commits);
        var metrics = new EngineMetrics(new SimpleMeterRegistry(), inputs.service());
        var store = new MongoStore<>(client.getDatabase("echo"), "words", new Words(), AccountKeys.none());
        var ports = new Engine.Ports<>(new Text(topics, mended), store, Counters.none(), log, Runnable::run);
        var engine = new Engine<>(
                inputs.reader(topics), new Deciding(mended), ports, new EngineSecret(new byte[32]), metrics);
        consumer = new IntakeConsumer(inputs, topics, settings, engine, commits, new IntakeStatus(), metrics);
        consumer.start();
    }

    /** How many records of a topic the service has read to their end. */
    long delivered(String topic) throws Exception {
        try (var admin = Admin.create(settings.common())) {
            return admin
                    .listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get(10, TimeUnit.SECONDS)
                    .entrySet()
                    .stream()
                    .filter(entry -> entry.getKey().topic().equals(topic))
                    .map(entry -> Objects.requireNonNull(entry.getValue()))
                    .mapToLong(OffsetAndMetadata::offset)
                    .sum();
        }
    }

    @Override
    public void close() {
        consumer.stop();
        producer.close();
        client.close();
    }

    private record Deciding(boolean mended) implements Decider<String, String, String> {

        @Override
        public Decision<String, String> decide(@Nullable String before, String word, Context context) {
            if (word.equals("poison") && !mended) {
                throw new IllegalStateException("not mended yet");
            }
            return Decision.of(word, before == null ? word : word + " after " + before);
        }

        @Override
        public String refused(String word, Refusal refusal) {
            return "refused";
        }
    }

    private record Text(Topics topics, boolean mended) implements Codec<String, String> {

        @Override
        public Decoded<String> decode(InputRecord input) {
            var parts = new String(Objects.requireNonNull(input.value()), UTF_8).split(" ", -1);
            if (parts[1].equals("unreadable") && !mended) {
                throw new IllegalStateException("not mended yet");
            }
            var id = UUID.fromString(parts[0]);
            var key = AggregateKey.parse(new String(Objects.requireNonNull(input.key()), UTF_8));
            return new Decoded.Relevant<>(
                    key, new Origin.Command(id, true), id, () -> new Prepared<>(parts[1], parts[1].getBytes(UTF_8)));
        }

        @Override
        public String topicOf(String outcome) {
            return topics.name(Topic.REGISTRATION_EVENTS);
        }

        @Override
        public OutputRecord encode(String outcome, Envelope envelope) {
            var text = envelope.commandId() + " " + envelope.sequence() + " " + outcome;
            var key = envelope.key().value().getBytes(UTF_8);
            return new OutputRecord(topicOf(outcome), key, text.getBytes(UTF_8), List.of());
        }
    }

    private static final class Words implements StateCodec<String> {

        @Override
        public Document encode(String word, FieldCipher cipher) {
            return new Document("word", word);
        }

        @Override
        public String decode(Document state, FieldCipher cipher) {
            return state.getString("word");
        }

        @Override
        public boolean personal() {
            return false;
        }
    }
}
