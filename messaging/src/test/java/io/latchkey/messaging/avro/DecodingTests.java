package io.latchkey.messaging.avro;

import static io.latchkey.messaging.engine.DeadLetterReason.MALFORMED;
import static io.latchkey.messaging.engine.DeadLetterReason.UNEXPECTED_TYPE;
import static io.latchkey.messaging.engine.DeadLetterReason.UNKNOWN_SCHEMA_ID;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.infrastructure.registry.EmbeddedRegistry;
import io.latchkey.messaging.engine.DeadLetterReason;
import io.latchkey.schemas.ConfirmMethod;
import io.latchkey.schemas.MethodKind;
import io.latchkey.schemas.RegisterMethod;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericContainer;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of bytes while the registry answers. */
class DecodingTests {
    private final EmbeddedRegistry registry = EmbeddedRegistry.inMemory();
    private final Map<String, String> settings = Map.of("schema.registry.url", registry.url());
    private final AvroValues values = AvroValues.with(settings);
    private final AvroSerializer generic = new AvroSerializer();

    @BeforeEach
    void configure() {
        generic.configure(settings, false);
    }

    @AfterEach
    void close() {
        generic.close();
        values.close();
        registry.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "00", "00000000", "01000000010000", "7b226964223a317d"})
    void bytesWithoutTheFrameAreMalformed(String hex) {
        assertUndecodable(HexFormat.of().parseHex(hex), MALFORMED);
    }

    @Test
    void aRecordCutShortAnywhereIsMalformed() {
        var whole = encoded(Samples.registerMethod());
        for (int length = 0; length < whole.length; length++) {
            assertUndecodable(Arrays.copyOf(whole, length), MALFORMED);
        }
    }

    @Test
    void bytesAfterTheRecordAreMalformed() {
        var whole = encoded(Samples.registerMethod());

        assertUndecodable(Arrays.copyOf(whole, whole.length + 1), MALFORMED);
    }

    /** The tenant's id is the second field, after an id of 36 characters and its length. */
    @ParameterizedTest
    @CsvSource({
        "01,                   a negative length",
        "feffffff0f,           2 GiB",
        "feffffffffffffffff01, more than any array holds",
        "ffffffffffffffffffff, a number without an end"
    })
    void aLengthThatCannotBeIsMalformed(String length, String what) {
        var whole = ByteBuffer.wrap(encoded(Samples.confirmMethod(1)));
        var start = new byte[WireFormat.HEADER + 37];
        whole.get(start);

        assertUndecodable(concat(start, HexFormat.of().parseHex(length), new byte[100]), MALFORMED);
    }

    @ParameterizedTest
    @CsvSource({
        "01,                   a block of minus one without its size",
        "feffffff0f,           2^31 entries",
        "ffffffffffffffffff01, the smallest number there is"
    })
    void aListThatCannotBeIsMalformed(String count, String what) {
        var empty = encoded(Samples.confirmMethod(0));
        var start = Arrays.copyOf(empty, empty.length - 1);

        assertUndecodable(concat(start, HexFormat.of().parseHex(count), new byte[100]), MALFORMED);
    }

    @Test
    void anIdThatIsNoUuidIsMalformedAndNotShown() {
        var bytes = encoded(Samples.confirmMethod(0));
        Arrays.fill(bytes, WireFormat.HEADER + 1, WireFormat.HEADER + 37, (byte) 'S');

        assertUndecodable(bytes, MALFORMED);
        assertThat(values.decode(Samples.TOPIC, bytes).toString()).doesNotContain("SS");
    }

    @RepeatedTest(200)
    void anyBytesAreARecordOrUndecodable(RepetitionInfo seed) {
        var bytes = encoded(Samples.methodProven());
        var random = new Random(seed.getCurrentRepetition());
        for (int flips = 0; flips < 3; flips++) {
            bytes[random.nextInt(WireFormat.HEADER, bytes.length)] = (byte) random.nextInt();
        }

        assertThat(values.decode(Samples.TOPIC, bytes)).isInstanceOf(Value.class);
    }

    @Test
    void anIdThatTheRegistryDoesNotHaveIsUnknown() {
        assertUndecodable(concat(WireFormat.header(4711), new byte[10]), UNKNOWN_SCHEMA_ID);
        assertUndecodable(concat(WireFormat.header(-1), new byte[10]), UNKNOWN_SCHEMA_ID);
    }

    @Test
    void aRecordThatNoClassIsMadeForIsUnexpected() {
        var schema = new Schema.Parser()
                .parse("{\"type\":\"record\",\"name\":\"Stranger\",\"fields\":[{\"name\":\"a\",\"type\":\"int\"}]}");
        var stranger = new GenericRecordBuilder(schema).set("a", 1).build();

        assertUndecodable(written(stranger), UNEXPECTED_TYPE);
    }

    @Test
    void aValueThatIsNoRecordIsUnexpected() {
        var symbols = Schema.createEnum("Loose", null, null, List.of("A"));

        assertUndecodable(written(new GenericData.EnumSymbol(symbols, "A")), UNEXPECTED_TYPE);
    }

    @Test
    void aClassThatIsNotOfTheContractsIsNeverLoaded() {
        var schema =
                new Schema.Parser().parse("{\"type\":\"record\",\"name\":\"java.lang.ProcessBuilder\",\"fields\":[]}");

        assertThat(values.decode(Samples.TOPIC, written(new GenericRecordBuilder(schema).build())))
                .isInstanceOf(Value.Undecodable.class);
    }

    @Test
    void aNewerWritersRecordIsReadWithoutWhatIsNew() {
        var newer = new Schema.Parser()
                .parse(ConfirmMethod.getClassSchema()
                        .toString()
                        .replaceFirst(
                                "\"fields\":\\[",
                                "\"fields\":[{\"name\":\"added\",\"type\":\"string\",\"default\":\"\"},"));
        var known = Samples.confirmMethod(1);
        var old = asGeneric(known);
        var record = new GenericRecordBuilder(newer)
                .set("added", "new")
                .set("metadata", old.get("metadata"))
                .set("methodIds", old.get("methodIds"))
                .build();

        assertThat(values.decode(Samples.TOPIC, written(record))).isEqualTo(new Value.Record(known));
    }

    @Test
    void aSymbolThatIsNewReadsAsUnknown() {
        var newer = new Schema.Parser()
                .parse(RegisterMethod.getClassSchema().toString().replace("\"SECURITY_QUESTIONS\"", "\"PASSKEY\""));
        var known = Samples.registerMethod();
        var old = asGeneric(known);
        var record = new GenericRecordBuilder(newer)
                .set("metadata", old.get("metadata"))
                .set("kind", new GenericData.EnumSymbol(newer.getField("kind").schema(), "PASSKEY"))
                .set("destination", old.get("destination"))
                .build();

        assertThat(values.decode(Samples.TOPIC, written(record)))
                .isEqualTo(new Value.Record(RegisterMethod.newBuilder(known)
                        .setKind(MethodKind.UNKNOWN)
                        .setChannel(null)
                        .build()));
    }

    private GenericRecord asGeneric(SpecificRecord record) {
        try (var reader = new AvroDeserializer()) {
            reader.configure(settings, false);
            return (GenericRecord) Objects.requireNonNull(reader.deserialize(Samples.TOPIC, encoded(record)));
        }
    }

    private byte[] written(GenericContainer datum) {
        return Objects.requireNonNull(generic.serialize(Samples.TOPIC, datum));
    }

    private byte[] encoded(SpecificRecord record) {
        return values.encode(Samples.TOPIC, record);
    }

    private void assertUndecodable(byte[] bytes, DeadLetterReason reason) {
        assertThat(values.decode(Samples.TOPIC, bytes))
                .isInstanceOfSatisfying(
                        Value.Undecodable.class,
                        undecodable -> assertThat(undecodable.reason()).isEqualTo(reason));
    }

    private static byte[] concat(byte[]... parts) {
        var all = ByteBuffer.allocate(
                Arrays.stream(parts).mapToInt(part -> part.length).sum());
        Arrays.stream(parts).forEach(all::put);
        return all.array();
    }
}
