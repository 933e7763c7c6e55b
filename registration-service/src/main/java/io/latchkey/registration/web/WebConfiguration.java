package io.latchkey.registration.web;

import com.mongodb.MongoClientSettings;
import io.latchkey.messaging.mongo.MongoAccountKeys;
import io.latchkey.messaging.secrets.Secrets;
import io.latchkey.registration.mongo.Accounts;
import io.latchkey.registration.mongo.Quota;
import io.latchkey.registration.mongo.ReadDatabase;
import io.latchkey.registration.mongo.Reveals;
import io.latchkey.registration.mongo.Standings;
import java.time.Duration;
import java.util.ArrayList;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.mongodb.autoconfigure.MongoClientFactory;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.MongoDatabaseFactory;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ReadProperties.class)
class WebConfiguration {

    private static final Duration HOUR = Duration.ofHours(1);

    /** Not as a client of its own in the context: there the engine's is the only one. */
    @Bean
    ReadDatabase readDatabase(
            ObjectProvider<MongoClientSettingsBuilderCustomizer> customizers,
            MongoDatabaseFactory engines,
            ReadProperties properties) {
        var all = new ArrayList<>(customizers.orderedStream().toList());
        all.add(settings -> ReadDatabase.configure(settings, properties.connections(), properties.patience()));
        var client = new MongoClientFactory(all)
                .createMongoClient(MongoClientSettings.builder().build());
        return new ReadDatabase(client, engines.getMongoDatabase().getName(), properties.patience());
    }

    @Bean
    Accounts accounts(ReadDatabase database, Secrets secrets) {
        return new Accounts(database, new MongoAccountKeys(database.database(), secrets.aead("account-kek")));
    }

    @Bean
    Standings standings(ReadDatabase database) {
        return new Standings(database);
    }

    @Bean
    Reveals reveals(ReadDatabase database) {
        return new Reveals(database);
    }

    @Bean
    RevealQuotas revealQuotas(ReadDatabase database, ReadProperties properties) {
        var limits = properties.reveals();
        return new RevealQuotas(
                new Quota(database, "reveals-by-caller", limits.perCaller(), HOUR),
                new Quota(database, "reveals-of-account", limits.perAccount(), HOUR));
    }

    @Bean
    EvenPace evenPace(ReadProperties properties) {
        return new EvenPace(properties.eligibilityTakes(), EvenPace.MACHINE);
    }
}
