package io.latchkey.infrastructure.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedBrokerTests {

    private static final TopicPartition GREETINGS = new TopicPartition("greetings", 0);

    @Test
    void keepsRecordsAndTopicIdsOverARestart(@TempDir Path directory) throws Exception {
        String id;
        try (EmbeddedBroker broker = EmbeddedBroker.start(directory.resolve("with space"), 0, 0)) {
            create(broker, Map.of());
            send(broker, "hello");
            id = topicId(broker);
        }
        try (EmbeddedBroker broker = EmbeddedBroker.start(directory.resolve("with space"), 0, 0)) {
            send(broker, "again");
            assertThat(read(broker)).containsExactly("hello", "again");
            assertThat(topicId(broker)).isEqualTo(id);
        }
    }

    @Test
    void takesADeadLetterOfTwoMebibytes() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.ephemeral()) {
            create(broker, Map.of("max.message.bytes", Integer.toString(2 * 1024 * 1024 + 16 * 1024)));
            send(broker, "x".repeat(2 * 1024 * 1024));
            assertThat(read(broker)).singleElement().asString().hasSize(2 * 1024 * 1024);
        }
    }

    @Test
    void makesNoTopicBecauseSomebodyAsksForIt() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.ephemeral()) {
            assertThatThrownBy(() -> topicId(broker))
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(UnknownTopicOrPartitionException.class);
        }
    }

    private static void create(EmbeddedBroker broker, Map<String, String> settings) throws Exception {
        try (Admin admin = admin(broker)) {
            NewTopic topic = new NewTopic(GREETINGS.topic(), 1, (short) 1).configs(settings);
            admin.createTopics(List.of(topic)).all().get();
        }
    }

    private static String topicId(EmbeddedBroker broker) throws Exception {
        try (Admin admin = admin(broker)) {
            return admin.describeTopics(List.of(GREETINGS.topic()))
                    .topicNameValues()
                    .values()
                    .iterator()
                    .next()
                    .get()
                    .topicId()
                    .toString();
        }
    }

    private static void send(EmbeddedBroker broker, String value) throws Exception {
        Map<String, Object> settings = settings(broker, "max.request.size", Integer.toString(4 * 1024 * 1024));
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(GREETINGS.topic(), value)).get();
        }
    }

    private static List<String> read(EmbeddedBroker broker) {
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                settings(broker, "auto.offset.reset", "earliest"),
                new StringDeserializer(),
                new StringDeserializer())) {
            consumer.assign(List.of(GREETINGS));
            return consumer.poll(Duration.ofSeconds(10)).records(GREETINGS).stream()
                    .map(ConsumerRecord::value)
                    .toList();
        }
    }

    private static Admin admin(EmbeddedBroker broker) {
        return Admin.create(settings(broker, "client.id", "test"));
    }

    private static Map<String, Object> settings(EmbeddedBroker broker, String key, String value) {
        return Map.of("bootstrap.servers", broker.bootstrapServers(), key, value);
    }
}
