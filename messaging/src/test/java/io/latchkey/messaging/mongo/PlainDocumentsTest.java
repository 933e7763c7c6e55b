package io.latchkey.messaging.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoClientSettings;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bson.BsonBinaryReader;
import org.bson.BsonBinaryWriter;
import org.bson.BsonRegularExpression;
import org.bson.BsonTimestamp;
import org.bson.Document;
import org.bson.UuidRepresentation;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
import org.bson.codecs.configuration.CodecRegistries;
import org.bson.codecs.configuration.CodecRegistry;
import org.bson.io.BasicOutputBuffer;
import org.bson.types.Binary;
import org.bson.types.Decimal128;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PlainDocumentsTest {

    private static final CodecRegistry DRIVERS = CodecRegistries.withUuidRepresentation(
            MongoClientSettings.getDefaultCodecRegistry(), UuidRepresentation.STANDARD);
    private static final Codec<Document> PLAIN = CodecRegistries.fromRegistries(
                    CodecRegistries.fromProviders(new PlainDocuments()), DRIVERS)
            .get(Document.class);

    static Stream<Object> values() {
        return Stream.of(
                "text",
                "",
                "ü€𝄞",
                1,
                -1L,
                Long.MAX_VALUE,
                0.5,
                true,
                new Date(1_234_567_890_123L),
                new Date(-1),
                new Binary(new byte[] {1, 2, 3}),
                new Binary((byte) 0x80, new byte[] {4}),
                UUID.fromString("00112233-4455-6677-8899-aabbccddeeff"),
                new ObjectId(),
                new Decimal128(17),
                List.of(),
                Arrays.asList("a", null, 1L, List.of(new Document("b", 2))),
                new Document(),
                new Document("a.b", new Document("c", List.of(true))));
    }

    @ParameterizedTest
    @MethodSource("values")
    void writesTheDriversBytes(Object value) {
        var document = new Document("_id", "x").append("value", value);
        assertThat(written(PLAIN, document)).isEqualTo(written(DRIVERS.get(Document.class), document));
    }

    @ParameterizedTest
    @MethodSource("values")
    void readsWhatWasWritten(Object value) {
        assertThat(reread(new Document("value", value)).get("value"))
                .isEqualTo(value instanceof Decimal128 number ? new org.bson.BsonDecimal128(number) : value);
    }

    @Test
    void takesBytesForBinaryData() {
        assertThat(reread(new Document("value", new byte[] {1})).get("value")).isEqualTo(new Binary(new byte[] {1}));
    }

    @Test
    void keepsNulls() {
        assertThat(reread(new Document("value", null))).isEqualTo(new Document("value", null));
    }

    @Test
    void leavesRareTypesToTheDriver() {
        assertThat(reread(new Document("value", Pattern.compile("a+"))).get("value"))
                .isEqualTo(new BsonRegularExpression("a+"));
        assertThat(reread(new Document("value", new BsonTimestamp(7))).get("value"))
                .isEqualTo(new BsonTimestamp(7));
    }

    private static Document reread(Document document) {
        return PLAIN.decode(
                new BsonBinaryReader(ByteBuffer.wrap(written(PLAIN, document))),
                DecoderContext.builder().build());
    }

    private static byte[] written(Codec<Document> codec, Document document) {
        var bytes = new BasicOutputBuffer();
        codec.encode(
                new BsonBinaryWriter(bytes), document, EncoderContext.builder().build());
        return bytes.toByteArray();
    }
}
