package io.latchkey.messaging.mongo;

import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.bson.BsonBinary;
import org.bson.BsonBinarySubType;
import org.bson.BsonReader;
import org.bson.BsonType;
import org.bson.BsonWriter;
import org.bson.Document;
import org.bson.UuidRepresentation;
import org.bson.codecs.BsonValueCodec;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.Encoder;
import org.bson.codecs.EncoderContext;
import org.bson.codecs.configuration.CodecProvider;
import org.bson.codecs.configuration.CodecRegistry;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes documents without the driver's look-up of a codec for each value, which costs more than to write it. What
 * documents hold otherwise is left to the driver. UUIDs have the standard representation.
 */
public final class PlainDocuments implements CodecProvider {

    @Override
    @SuppressWarnings("unchecked") // the class was compared
    public <T> @Nullable Codec<T> get(Class<T> type, CodecRegistry registry) {
        return type == Document.class ? (Codec<T>) new DocumentCodec(registry) : null;
    }

    private record DocumentCodec(CodecRegistry others) implements Codec<Document> {

        private static final EncoderContext ENCODING = EncoderContext.builder().build();
        private static final DecoderContext DECODING = DecoderContext.builder().build();
        private static final BsonValueCodec RARE = new BsonValueCodec();

        @Override
        public Class<Document> getEncoderClass() {
            return Document.class;
        }

        @Override
        public void encode(BsonWriter writer, Document document, EncoderContext context) {
            write(writer, document);
        }

        private void write(BsonWriter writer, Document document) {
            writer.writeStartDocument();
            for (var field : document.entrySet()) {
                writer.writeName(field.getKey());
                write(writer, field.getValue());
            }
            writer.writeEndDocument();
        }

        private void write(BsonWriter writer, @Nullable Object value) {
            switch (value) {
                case null -> writer.writeNull();
                case String text -> writer.writeString(text);
                case Long number -> writer.writeInt64(number);
                case Integer number -> writer.writeInt32(number);
                case Boolean truth -> writer.writeBoolean(truth);
                case Date time -> writer.writeDateTime(time.getTime());
                case Document document -> write(writer, document);
                case List<?> list -> write(writer, list);
                case byte[] bytes -> writer.writeBinaryData(new BsonBinary(bytes));
                case Binary bytes -> writer.writeBinaryData(new BsonBinary(bytes.getType(), bytes.getData()));
                case UUID id -> writer.writeBinaryData(new BsonBinary(id, UuidRepresentation.STANDARD));
                default -> writeRare(writer, value);
            }
        }

        private void write(BsonWriter writer, List<?> list) {
            writer.writeStartArray();
            list.forEach(value -> write(writer, value));
            writer.writeEndArray();
        }

        @SuppressWarnings("unchecked") // the registry's codec of a class takes its instances
        private void writeRare(BsonWriter writer, Object value) {
            ((Encoder<Object>) others.get(value.getClass())).encode(writer, value, ENCODING);
        }

        @Override
        public Document decode(BsonReader reader, DecoderContext context) {
            return document(reader);
        }

        private static Document document(BsonReader reader) {
            var document = new Document();
            reader.readStartDocument();
            for (var type = reader.readBsonType(); type != BsonType.END_OF_DOCUMENT; type = reader.readBsonType()) {
                document.put(reader.readName(), value(reader, type));
            }
            reader.readEndDocument();
            return document;
        }

        private static @Nullable Object value(BsonReader reader, BsonType type) {
            return switch (type) {
                case NULL -> {
                    reader.readNull();
                    yield null;
                }
                case STRING -> reader.readString();
                case INT64 -> reader.readInt64();
                case INT32 -> reader.readInt32();
                case DOUBLE -> reader.readDouble();
                case BOOLEAN -> reader.readBoolean();
                case DATE_TIME -> new Date(reader.readDateTime());
                case BINARY -> binary(reader.readBinaryData());
                case OBJECT_ID -> reader.readObjectId();
                case DOCUMENT -> document(reader);
                case ARRAY -> list(reader);
                default -> RARE.decode(reader, DECODING);
            };
        }

        private static Object binary(BsonBinary binary) {
            return binary.getType() == BsonBinarySubType.UUID_STANDARD.getValue()
                    ? binary.asUuid()
                    : new Binary(binary.getType(), binary.getData());
        }

        private static List<@Nullable Object> list(BsonReader reader) {
            var list = new ArrayList<@Nullable Object>();
            reader.readStartArray();
            for (var type = reader.readBsonType(); type != BsonType.END_OF_DOCUMENT; type = reader.readBsonType()) {
                list.add(value(reader, type));
            }
            reader.readEndArray();
            return list;
        }
    }
}
