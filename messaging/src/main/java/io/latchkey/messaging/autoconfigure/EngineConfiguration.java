package io.latchkey.messaging.autoconfigure;

import com.mongodb.client.MongoDatabase;
import io.latchkey.messaging.avro.AvroValues;
import io.latchkey.messaging.engine.Engine;
import io.latchkey.messaging.engine.EngineSecret;
import io.latchkey.messaging.engine.Intake;
import io.latchkey.messaging.engine.Log;
import io.latchkey.messaging.engine.Presence;
import io.latchkey.messaging.engine.Service;
import io.latchkey.messaging.engine.Store;
import io.latchkey.messaging.engine.TimedPresence;
import io.latchkey.messaging.engine.Values;
import io.latchkey.messaging.kafka.EngineCodec;
import io.latchkey.messaging.kafka.EngineMetrics;
import io.latchkey.messaging.kafka.EngineValues;
import io.latchkey.messaging.kafka.Inputs;
import io.latchkey.messaging.kafka.IntakeConsumer;
import io.latchkey.messaging.kafka.IntakeStatus;
import io.latchkey.messaging.kafka.KafkaSettings;
import io.latchkey.messaging.kafka.ObservedIntake;
import io.latchkey.messaging.kafka.OffsetCommits;
import io.latchkey.messaging.kafka.Topics;
import io.latchkey.messaging.mongo.AccountKeys;
import io.latchkey.messaging.mongo.MongoAccountKeys;
import io.latchkey.messaging.mongo.MongoStore;
import io.latchkey.messaging.secrets.Secrets;
import io.micrometer.observation.ObservationRegistry;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class EngineConfiguration {

    private static final String ENGINE_SECRET = "engine";
    private static final String KEY_ENCRYPTION_KEY = "account-kek";

    @Bean
    @ConditionalOnBean(EngineDefinition.class)
    ExecutorService preparation() {
        return Executors.newFixedThreadPool(
                Runtime.getRuntime().availableProcessors(),
                Thread.ofPlatform().name("latchkey-prepare-", 0).daemon().factory());
    }

    @Bean
    @ConditionalOnBean(EngineDefinition.class)
    @ConditionalOnMissingBean
    AccountKeys accountKeys(EngineDefinition<?, ?, ?> definition, MongoDatabase database, Secrets secrets) {
        return definition.stateCodec().personal()
                ? new MongoAccountKeys(database, secrets.aead(KEY_ENCRYPTION_KEY))
                : AccountKeys.none();
    }

    /** A bean of its own, and its interface's, so that it can be wrapped. */
    @Bean
    @ConditionalOnBean(EngineDefinition.class)
    Store<?> store(EngineDefinition<?, ?, ?> definition, MongoDatabase database, AccountKeys keys) {
        return new MongoStore<>(database, definition.collections(), definition.stateCodec(), keys);
    }

    @Bean
    @ConditionalOnBean(EngineDefinition.class)
    Intake engine(
            EngineDefinition<?, ?, ?> definition,
            EngineParts parts,
            Inputs inputs,
            Secrets secrets,
            EngineMetrics metrics) {
        return engine(
                inputs.reader(parts.topics()),
                definition,
                parts,
                new EngineSecret(secrets.key(ENGINE_SECRET)),
                metrics);
    }

    @Bean
    @ConditionalOnBean(EngineDefinition.class)
    EngineParts engineParts(
            Topics topics,
            AvroValues values,
            Store<?> store,
            Log log,
            ExecutorService preparation,
            KafkaSettings settings) {
        return new EngineParts(topics, values, store, log, preparation, new TimedPresence(settings.longestAbsence()));
    }

    /** What every engine is built from. */
    record EngineParts(
            Topics topics,
            AvroValues values,
            Store<?> store,
            Log log,
            ExecutorService preparation,
            Presence presence) {}

    @SuppressWarnings("unchecked") // the store was made of the same definition
    private static <S, C, O> Engine<S, C, O> engine(
            Service service,
            EngineDefinition<S, C, O> definition,
            EngineParts parts,
            EngineSecret secret,
            EngineMetrics metrics) {
        var ports = new Engine.Ports<>(
                new EngineCodec<>(service.name(), parts.topics(), parts.values(), definition.translation()),
                (Store<S>) parts.store(),
                definition.counters(),
                parts.log(),
                parts.preparation(),
                values(service, definition, parts),
                parts.presence());
        return new Engine<>(service, definition.decider(), ports, secret, metrics);
    }

    private static <S> @Nullable Values<S> values(
            Service service, EngineDefinition<S, ?, ?> definition, EngineParts parts) {
        var kept = definition.values();
        return kept == null ? null : new EngineValues<>(service.name(), parts.topics(), parts.values(), kept);
    }

    @Bean
    IntakeConsumer intakeConsumer(
            Inputs inputs,
            Topics topics,
            KafkaSettings settings,
            Intake intake,
            OffsetCommits commits,
            IntakeStatus status,
            EngineMetrics metrics,
            ObservationRegistry observations) {
        var observed = new ObservedIntake(intake, observations, inputs.service());
        return new IntakeConsumer(inputs, topics, settings, observed, commits, status, metrics);
    }
}
