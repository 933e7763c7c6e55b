package io.latchkey.messaging.autoconfigure;

import io.latchkey.messaging.avro.AvroValues;
import io.latchkey.messaging.engine.Log;
import io.latchkey.messaging.kafka.Inputs;
import io.latchkey.messaging.kafka.KafkaSettings;
import io.latchkey.messaging.kafka.Topics;
import io.latchkey.messaging.sealing.Fingerprint;
import io.latchkey.messaging.sealing.HpkeOpener;
import io.latchkey.messaging.sealing.HpkeSealer;
import io.latchkey.messaging.sealing.KeyAnnouncement;
import io.latchkey.messaging.sealing.KeyDirectory;
import io.latchkey.messaging.sealing.Opener;
import io.latchkey.messaging.sealing.Sealer;
import io.latchkey.messaging.sealing.SealingKeys;
import io.latchkey.messaging.secrets.Secrets;
import io.latchkey.schemas.KeyOwner;
import io.latchkey.schemas.topics.Topic;
import java.time.InstantSource;
import java.util.Locale;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SealingProperties.class)
class SealingConfiguration {

    @Bean
    SealingKeys sealingKeys(Secrets secrets, Inputs inputs) {
        return secrets.sealing(KeyOwner.valueOf(inputs.service().toUpperCase(Locale.ROOT)));
    }

    @Bean
    Opener opener(SealingKeys keys) {
        return new HpkeOpener(keys);
    }

    @Bean
    KeyDirectory keyDirectory(KafkaSettings settings, Topics topics, AvroValues values, SealingProperties properties) {
        var pinned =
                properties.pinnedFingerprints().stream().map(Fingerprint::parse).toList();
        return new KeyDirectory(
                () -> new KafkaConsumer<>(settings.reader()),
                topics.name(Topic.KEYS),
                values,
                pinned,
                InstantSource.system());
    }

    @Bean
    Sealer sealer(KeyDirectory directory) {
        return new HpkeSealer(directory, InstantSource.system());
    }

    @Bean
    KeyAnnouncement keyAnnouncement(
            SealingKeys keys, KeyDirectory directory, Log log, AvroValues values, Topics topics) {
        return new KeyAnnouncement(
                keys, directory, log::produce, values, topics.name(Topic.KEYS), InstantSource.system());
    }

    /** Before the consumers start, which cannot seal without the keys. */
    @Bean
    SmartLifecycle keyDirectoryLifecycle(KeyDirectory directory, KeyAnnouncement announcement) {
        return new FollowerLifecycle(() -> directory.start(announcement::announce), directory::close);
    }
}
