package io.latchkey.messaging.autoconfigure;

import io.latchkey.messaging.avro.AvroValues;
import io.latchkey.messaging.engine.Log;
import io.latchkey.messaging.kafka.EngineMetrics;
import io.latchkey.messaging.kafka.Inputs;
import io.latchkey.messaging.kafka.IntakeStatus;
import io.latchkey.messaging.kafka.KafkaLog;
import io.latchkey.messaging.kafka.KafkaSettings;
import io.latchkey.messaging.kafka.OffsetCommits;
import io.latchkey.messaging.kafka.Topics;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.springframework.beans.BeanUtils;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({Topics.class, AvroProperties.class})
class KafkaConfiguration {

    @Bean
    KafkaSettings kafkaSettings(KafkaProperties properties, KafkaConnectionDetails connection) {
        var common = properties.buildAdminProperties();
        common.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, connection.getBootstrapServers());
        return new KafkaSettings(common);
    }

    @Bean
    AvroValues avroValues(KafkaSettings settings, AvroProperties properties) {
        return AvroValues.configured(
                BeanUtils.instantiateClass(properties.serializer()),
                BeanUtils.instantiateClass(properties.deserializer()),
                settings.common());
    }

    @Bean
    Producer<byte[], byte[]> latchkeyProducer(KafkaSettings settings) {
        return new KafkaProducer<>(settings.batchProducer());
    }

    @Bean
    KafkaClientMetrics latchkeyProducerMetrics(Producer<byte[], byte[]> producer) {
        return new KafkaClientMetrics(producer);
    }

    @Bean
    OffsetCommits offsetCommits() {
        return new OffsetCommits();
    }

    @Bean
    Log log(Producer<byte[], byte[]> producer, OffsetCommits commits) {
        return new KafkaLog(producer, commits);
    }

    @Bean
    EngineMetrics engineMetrics(MeterRegistry registry, Inputs inputs) {
        return new EngineMetrics(registry, inputs.service());
    }

    @Bean
    IntakeStatus intakeStatus() {
        return new IntakeStatus();
    }
}
