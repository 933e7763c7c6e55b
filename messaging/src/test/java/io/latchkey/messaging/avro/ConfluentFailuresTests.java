package io.latchkey.messaging.avro;

import static io.latchkey.messaging.engine.DeadLetterReason.MALFORMED;
import static io.latchkey.messaging.engine.DeadLetterReason.UNKNOWN_SCHEMA_ID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.latchkey.messaging.engine.DeadLetterReason;
import io.latchkey.messaging.engine.OutageException;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.util.stream.Stream;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.InvalidNumberEncodingException;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What Confluent's own serializer and deserializer throw, with their client's genuine exception, and what it means. */
class ConfluentFailuresTests {

    static Stream<KafkaException> outages() {
        return Stream.of(
                causedBy(new ConnectException("refused")),
                causedBy(new IOException("HTTP/1.1 header parser received no bytes")),
                causedBy(new RestClientException("Internal", 500, 50001)),
                causedBy(new RestClientException("Not Found", 404, 404)),
                new TimeoutException("registry", new RestClientException("slow", 408, 408)),
                new TopicAuthorizationException("registry"));
    }

    static Stream<Arguments> faultsOfTheBytes() {
        return Stream.of(
                Arguments.of(causedBy(new RestClientException("Schema 7 not found", 404, 40403)), UNKNOWN_SCHEMA_ID),
                Arguments.of(causedBy(new EOFException()), MALFORMED),
                Arguments.of(causedBy(new InvalidNumberEncodingException("Invalid int encoding")), MALFORMED),
                Arguments.of(causedBy(new AvroRuntimeException("secret")), MALFORMED),
                Arguments.of(new SecurityException("Forbidden secret"), MALFORMED),
                Arguments.of(new SerializationException("Unknown magic byte!"), MALFORMED));
    }

    @ParameterizedTest
    @MethodSource("outages")
    void aRegistryThatSaysNothingOfTheBytesIsAnOutage(RuntimeException failure) {
        try (var values = failing(failure)) {
            assertThatExceptionOfType(OutageException.class)
                    .isThrownBy(() -> values.decode(Samples.TOPIC, new byte[] {0}));
            assertThatExceptionOfType(OutageException.class)
                    .isThrownBy(() -> values.encode(Samples.TOPIC, Samples.confirmMethod(1)));
        }
    }

    @ParameterizedTest
    @MethodSource("faultsOfTheBytes")
    void bytesThatWillNeverBeReadAreUndecodable(RuntimeException failure, DeadLetterReason reason) {
        try (var values = failing(failure)) {
            assertThat(values.decode(Samples.TOPIC, new byte[] {0}))
                    .isInstanceOfSatisfying(Value.Undecodable.class, undecodable -> {
                        assertThat(undecodable.reason()).isEqualTo(reason);
                        assertThat(undecodable.detail()).doesNotContain("secret");
                    });
        }
    }

    private static KafkaException causedBy(Exception cause) {
        return new SerializationException("Error retrieving Avro value schema for id 7", cause);
    }

    private static AvroValues failing(RuntimeException failure) {
        Serializer<Object> serializer = (topic, data) -> {
            throw failure;
        };
        Deserializer<Object> deserializer = (topic, data) -> {
            throw failure;
        };
        return new AvroValues(serializer, deserializer);
    }
}
