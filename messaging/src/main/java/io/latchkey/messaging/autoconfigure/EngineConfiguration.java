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
import io.latchkey.messaging.engine.Sweep;
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
import io.latchkey.messaging.mongo.Leases;
import io.latchkey.messaging.mongo.MongoAccountKeys;
import io.latchkey.messaging.mongo.MongoStore;
import io.latchkey.messaging.secrets.Secrets;
import io.micrometer.observation.ObservationRegistry;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SweepProperties.class)
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
            KafkaSettings settings,
            EngineMetrics metrics) {
        var secret = new EngineSecret(secrets.key(ENGINE_SECRET));
        var presence = new TimedPresence(settings.longestAbsence());
        return engine(inputs.reader(parts.topics()), definition, parts, presence, secret, metrics);
    }

    /** On a thread of its own; it and the engine may work on the same documents. */
    @Bean
    @ConditionalOnBean(EngineDefinition.class)
    SweepLifecycle sweepLifecycle(
            EngineDefinition<?, ?, ?> definition,
            EngineParts parts,
            Inputs inputs,
            Leases leases,
            SweepProperties properties,
            EngineMetrics metrics) {
        var presence = new TimedPresence(properties.lease());
        var ports = ports(inputs.reader(parts.topics()), definition, parts, presence);
        var sweep = new Sweep<>(ports, properties.pace(), InstantSource.system(), metrics);
        return new SweepLifecycle(inputs.service(), sweep, leases, presence, properties);
    }

    @Bean
    @ConditionalOnBean(EngineDefinition.class)
    EngineParts engineParts(Topics topics, AvroValues values, Store<?> store, Log log, ExecutorService preparation) {
        return new EngineParts(topics, values, store, log, preparation);
    }

    /** What every engine is built from. */
    record EngineParts(Topics topics, AvroValues values, Store<?> store, Log log, ExecutorService preparation) {}

    private static <S, C, O> Engine<S, C, O> engine(
            Service service,
            EngineDefinition<S, C, O> definition,
            EngineParts parts,
            Presence presence,
            EngineSecret secret,
            EngineMetrics metrics) {
        var ports = ports(service, definition, parts, presence);
        return new Engine<>(service, definition.decider(), ports, secret, metrics);
    }

    @SuppressWarnings("unchecked") // the store was made of the same definition
    private static <S, C, O> Engine.Ports<S, C, O> ports(
            Service service, EngineDefinition<S, C, O> definition, EngineParts parts, Presence presence) {
        return new Engine.Ports<>(
                new EngineCodec<>(service.name(), parts.topics(), parts.values(), definition.translation()),
                (Store<S>) parts.store(),
                definition.counters(),
                parts.log(),
                parts.preparation(),
                values(service, definition, parts),
                presence);
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
