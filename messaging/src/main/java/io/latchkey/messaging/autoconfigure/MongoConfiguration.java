package io.latchkey.messaging.autoconfigure;

import com.mongodb.MongoClientSettings;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoDatabase;
import io.latchkey.messaging.mongo.Leases;
import io.latchkey.messaging.mongo.PlainDocuments;
import java.util.concurrent.TimeUnit;
import org.bson.UuidRepresentation;
import org.bson.codecs.configuration.CodecRegistries;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.MongoDatabaseFactory;

@Configuration(proxyBeanMethods = false)
class MongoConfiguration {

    private static final int SELECTION_SECONDS = 5;
    private static final int READ_SECONDS = 20;

    /** What the engine's promise rests on, and time-outs after which an outage is seen as one. */
    @Bean
    MongoClientSettingsBuilderCustomizer latchkeyMongoSettings() {
        return settings -> settings.uuidRepresentation(UuidRepresentation.STANDARD)
                .codecRegistry(CodecRegistries.fromRegistries(
                        CodecRegistries.fromProviders(new PlainDocuments()),
                        MongoClientSettings.getDefaultCodecRegistry()))
                .writeConcern(WriteConcern.MAJORITY.withJournal(true))
                .readConcern(ReadConcern.MAJORITY)
                .readPreference(ReadPreference.primary())
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(SELECTION_SECONDS, TimeUnit.SECONDS))
                .applyToSocketSettings(socket -> socket.connectTimeout(SELECTION_SECONDS, TimeUnit.SECONDS)
                        .readTimeout(READ_SECONDS, TimeUnit.SECONDS));
    }

    @Bean
    MongoDatabase latchkeyDatabase(MongoDatabaseFactory factory) {
        return factory.getMongoDatabase();
    }

    @Bean
    Leases leases(MongoDatabase database) {
        return new Leases(database);
    }
}
