package io.latchkey.messaging.avro;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.infrastructure.broker.EmbeddedBroker;
import io.latchkey.infrastructure.registry.EmbeddedRegistry;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

/** As a portal uses them: named in the settings of Kafka's own clients. */
class KafkaClientsTests {

    @Test
    void carryRecordsBetweenKafkasOwnClients() throws Exception {
        try (var broker = EmbeddedBroker.ephemeral();
                var registry = EmbeddedRegistry.inMemory()) {
            var common = Map.<String, Object>of(
                    "bootstrap.servers", broker.bootstrapServers(),
                    "schema.registry.url", registry.url(),
                    "specific.avro.reader", true);
            try (var admin = Admin.create(common)) {
                admin.createTopics(List.of(new NewTopic(Samples.TOPIC, 1, (short) 1)))
                        .all()
                        .get();
            }
            send(common);

            assertThat(received(common)).isEqualTo(Samples.registerMethod());
        }
    }

    private static void send(Map<String, Object> common) throws Exception {
        try (var producer = new KafkaProducer<String, Object>(
                with(common, "serializer", StringSerializer.class, AvroSerializer.class))) {
            producer.send(new ProducerRecord<>(Samples.TOPIC, "contoso/u-4711", Samples.registerMethod()))
                    .get();
        }
    }

    private static Object received(Map<String, Object> common) {
        try (var consumer = new KafkaConsumer<String, Object>(
                with(common, "deserializer", StringDeserializer.class, AvroDeserializer.class))) {
            var partition = List.of(new TopicPartition(Samples.TOPIC, 0));
            consumer.assign(partition);
            consumer.seekToBeginning(partition);
            return consumer.poll(Duration.ofSeconds(30)).iterator().next().value();
        }
    }

    private static Map<String, Object> with(Map<String, Object> common, String role, Class<?> key, Class<?> value) {
        var all = new HashMap<>(common);
        all.put("key." + role, key);
        all.put("value." + role, value);
        return all;
    }
}
