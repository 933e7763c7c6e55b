package io.latchkey.messaging.avro;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.infrastructure.registry.EmbeddedRegistry;
import java.io.IOException;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.flink.avro.shaded.org.apache.avro.Schema;
import org.apache.flink.avro.shaded.org.apache.avro.generic.GenericRecord;
import org.apache.flink.formats.avro.registry.confluent.ConfluentRegistryAvroDeserializationSchema;
import org.apache.flink.formats.avro.registry.confluent.ConfluentRegistryAvroSerializationSchema;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Our bytes against those of another implementation with a genuine Confluent client inside, in both directions. */
class ConfluentOracleTests {
    private final EmbeddedRegistry registry = EmbeddedRegistry.inMemory();
    private final AvroValues values = AvroValues.with(Map.of("schema.registry.url", registry.url()));

    private final AvroDeserializer generic = new AvroDeserializer();

    static Stream<SpecificRecord> records() {
        return Stream.of(
                Samples.registerMethod(),
                Samples.confirmMethod(0),
                Samples.confirmMethod(3),
                Samples.methodProven(),
                Samples.codeRejected());
    }

    @BeforeEach
    void configure() {
        generic.configure(Map.of("schema.registry.url", registry.url()), false);
    }

    @AfterEach
    void close() {
        generic.close();
        values.close();
        registry.close();
    }

    @ParameterizedTest
    @MethodSource("records")
    void bothWriteTheSameBytesAndReadEachOthers(SpecificRecord ours) throws IOException {
        var ourBytes = values.encode(Samples.TOPIC, ours);

        var theirs = theirReader(ours).deserialize(ourBytes);
        var theirBytes = theirWriter(ours).serialize(theirs);

        assertThat(theirs).hasToString(String.valueOf(generic.deserialize(Samples.TOPIC, ourBytes)));
        assertThat(theirBytes).isEqualTo(ourBytes);
        assertThat(values.decode(Samples.TOPIC, theirBytes)).isEqualTo(new Value.Record(ours));
    }

    @ParameterizedTest
    @MethodSource("records")
    void weReadWhatTheyHaveRegistered(SpecificRecord ours) throws IOException {
        var known = theirReader(ours).deserialize(values.encode(Samples.TOPIC, ours));
        try (var fresh = EmbeddedRegistry.inMemory();
                var reader = AvroValues.with(Map.of("schema.registry.url", fresh.url()))) {
            var theirBytes = ConfluentRegistryAvroSerializationSchema.forGeneric(
                            ours.getSchema().getFullName(), theirSchema(ours), fresh.url())
                    .serialize(known);

            assertThat(reader.decode(Samples.TOPIC, theirBytes)).isEqualTo(new Value.Record(ours));
            assertThat(reader.encode(Samples.TOPIC, ours)).isEqualTo(theirBytes);
        }
    }

    private ConfluentRegistryAvroDeserializationSchema<GenericRecord> theirReader(SpecificRecord ours) {
        return ConfluentRegistryAvroDeserializationSchema.forGeneric(theirSchema(ours), registry.url());
    }

    private ConfluentRegistryAvroSerializationSchema<GenericRecord> theirWriter(SpecificRecord ours) {
        return ConfluentRegistryAvroSerializationSchema.forGeneric(
                ours.getSchema().getFullName(), theirSchema(ours), registry.url());
    }

    private static Schema theirSchema(SpecificRecord ours) {
        return new Schema.Parser().parse(ours.getSchema().toString());
    }
}
