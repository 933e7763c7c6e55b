package io.latchkey.messaging.avro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.latchkey.infrastructure.registry.EmbeddedRegistry;
import io.latchkey.schemas.ConfirmMethod;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The settings, which are those of Confluent's serializer. */
class AvroSerializerTests {
    private static final String TOPIC = "a.topic";
    private static final String RECORD = "io.latchkey.schemas.ConfirmMethod";

    private final EmbeddedRegistry registry = EmbeddedRegistry.inMemory();

    @AfterEach
    void close() {
        registry.close();
    }

    @ParameterizedTest
    @CsvSource({
        ", " + RECORD,
        "io.confluent.kafka.serializers.subject.RecordNameStrategy, " + RECORD,
        "io.confluent.kafka.serializers.subject.TopicNameStrategy, a.topic-value",
        "io.confluent.kafka.serializers.subject.TopicRecordNameStrategy, a.topic-" + RECORD
    })
    void registersUnderTheSubjectThatTheStrategyNames(String strategy, String subject) {
        var settings = new HashMap<String, Object>();
        if (strategy != null) {
            settings.put("value.subject.name.strategy", strategy);
        }
        try (var serializer = serializer(settings);
                var lookingUp = serializer(with(settings, "auto.register.schemas", false))) {
            var bytes = serializer.serialize(TOPIC, Samples.confirmMethod(1));

            assertThat(lookingUp.serialize(TOPIC, Samples.confirmMethod(1))).isEqualTo(bytes);
            assertThat(new RegistryClient(settings(settings)).lookUp(subject, ConfirmMethod.getClassSchema()))
                    .isEqualTo(schemaId(bytes));
        }
    }

    @Test
    void registersNothingWhereItMayNot() {
        try (var serializer = serializer(Map.of("auto.register.schemas", "false"))) {
            assertThatExceptionOfType(SerializationException.class)
                    .isThrownBy(() -> serializer.serialize(TOPIC, Samples.confirmMethod(1)))
                    .withMessageContaining(RECORD)
                    .withMessageContaining("40401");
        }
    }

    @Test
    void takesTheLatestSchemaOnlyWhereItGivesTheSameBytes() {
        var latest = Map.<String, Object>of("auto.register.schemas", false, "use.latest.version", true);
        var schema = ConfirmMethod.getClassSchema().toString();
        try (var admin = new RegistryClient(settings(Map.of()));
                var serializer = serializer(latest);
                var later = serializer(latest)) {
            int id = admin.register(RECORD, parsed(schema.replace("Says that", "Tells that")));
            assertThat(schemaId(serializer.serialize(TOPIC, Samples.confirmMethod(1))))
                    .isEqualTo(id);

            admin.register(
                    RECORD,
                    parsed(schema.replaceFirst(
                            "\"fields\":\\[", "\"fields\":[{\"name\":\"n\",\"type\":\"int\",\"default\":0},")));
            assertThatExceptionOfType(SerializationException.class)
                    .isThrownBy(() -> later.serialize(TOPIC, Samples.confirmMethod(1)))
                    .withMessageContaining("another layout");
        }
    }

    @Test
    void writesAfterAFailureAsIfNothingHadBeen() {
        var schema = parsed("{\"type\":\"record\",\"name\":\"R\",\"fields\":["
                + "{\"name\":\"a\",\"type\":\"string\"},{\"name\":\"b\",\"type\":[\"null\",\"int\"]}]}");
        var good = new GenericRecordBuilder(schema).set("a", "é").set("b", 1).build();
        try (var serializer = serializer(Map.of())) {
            var bytes = serializer.serialize(TOPIC, good);
            var bad = new GenericRecordBuilder(good).build();
            bad.put("b", "secret");

            assertThatExceptionOfType(SerializationException.class)
                    .isThrownBy(() -> serializer.serialize(TOPIC, bad))
                    .withMessageNotContaining("secret")
                    .withNoCause();
            assertThat(serializer.serialize(TOPIC, good)).isEqualTo(bytes);
        }
    }

    @Test
    void leavesATombstoneAsItIsAndTakesNothingThatIsNotAvro() {
        try (var serializer = serializer(Map.of())) {
            assertThat(serializer.serialize(TOPIC, null)).isNull();
            assertThatExceptionOfType(SerializationException.class)
                    .isThrownBy(() -> serializer.serialize(TOPIC, "secret"))
                    .withMessageNotContaining("secret");
        }
    }

    @Test
    void authenticatesWithTheCredentialsFromSettingsOrAddress() {
        var expected = "Basic " + Base64.getEncoder().encodeToString("user:pass".getBytes(StandardCharsets.UTF_8));
        try (var scripted = new ScriptedRegistry(200, "{\"id\":1}");
                var fromSettings = new AvroSerializer();
                var fromAddress = new AvroSerializer()) {
            fromSettings.configure(
                    Map.of(
                            "schema.registry.url", scripted.url(),
                            "basic.auth.credentials.source", "USER_INFO",
                            "basic.auth.user.info", "user:pass"),
                    false);
            fromAddress.configure(Map.of("schema.registry.url", scripted.url("user:pass")), false);

            fromSettings.serialize(TOPIC, Samples.confirmMethod(1));
            fromAddress.serialize(TOPIC, Samples.confirmMethod(1));

            assertThat(scripted.authorizations()).containsExactly(expected, expected);
        }
    }

    static Stream<Map<String, Object>> wrongSettings() {
        return Stream.of(
                Map.of(),
                Map.of("schema.registry.url", "http://localhost", "value.subject.name.strategy", "com.example.Mine"),
                Map.of("schema.registry.url", "http://localhost", "basic.auth.credentials.source", "SASL_INHERIT"),
                Map.of("schema.registry.url", "not an address"));
    }

    @ParameterizedTest
    @MethodSource("wrongSettings")
    void refusesSettingsThatItDoesNotUnderstand(Map<String, Object> settings) {
        try (var serializer = new AvroSerializer()) {
            assertThatExceptionOfType(ConfigException.class).isThrownBy(() -> serializer.configure(settings, false));
        }
    }

    private AvroSerializer serializer(Map<String, Object> settings) {
        var serializer = new AvroSerializer();
        serializer.configure(with(settings, "schema.registry.url", registry.url()), false);
        return serializer;
    }

    private SerdeSettings settings(Map<String, Object> settings) {
        return SerdeSettings.of(with(settings, "schema.registry.url", registry.url()));
    }

    private static Map<String, Object> with(Map<String, Object> settings, String name, Object value) {
        var all = new HashMap<>(settings);
        all.put(name, value);
        return all;
    }

    private static int schemaId(byte @Nullable [] value) {
        return WireFormat.schemaId(Objects.requireNonNull(value));
    }

    private static Schema parsed(String schema) {
        return new Schema.Parser().parse(schema);
    }
}
