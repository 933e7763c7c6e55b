package io.latchkey.messaging.autoconfigure;

import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who speaks the Confluent wire format; both are configured with {@code spring.kafka.properties}.
 *
 * @param serializer Latchkey's own, or {@code io.confluent.kafka.serializers.KafkaAvroSerializer} with the profile
 *     {@code confluent}
 * @param deserializer likewise {@code io.confluent.kafka.serializers.KafkaAvroDeserializer}
 */
@ConfigurationProperties("latchkey.avro")
record AvroProperties(
        @DefaultValue(AvroProperties.SERIALIZER) Class<? extends Serializer<Object>> serializer,
        @DefaultValue(AvroProperties.DESERIALIZER) Class<? extends Deserializer<Object>> deserializer) {

    static final String SERIALIZER = "io.latchkey.messaging.avro.AvroSerializer";
    static final String DESERIALIZER = "io.latchkey.messaging.avro.AvroDeserializer";
}
