package io.latchkey.notification.mongo;

import com.mongodb.client.MongoDatabase;
import io.latchkey.notification.queue.NotificationStore;
import io.latchkey.notification.queue.Positions;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class StoreConfiguration {

    @Bean
    NotificationStore notificationStore(MongoDatabase database, MeterRegistry registry) {
        return new MongoNotificationStore(database, new UnreadableDocuments(registry));
    }

    @Bean
    Positions positions(MongoDatabase database) {
        return new MongoPositions(database);
    }
}
