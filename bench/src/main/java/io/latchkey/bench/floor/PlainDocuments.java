package io.latchkey.bench.floor;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.bson.BsonBinary;
import org.bson.BsonReader;
import org.bson.BsonType;
import org.bson.BsonWriter;
import org.bson.Document;
import org.bson.UuidRepresentation;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/**
 * Documents of the few types that the floor keeps, without the driver's look-up of a codec for each value, which costs more
 * than to write it. UUIDs are in no document that the floor reads back.
 */
final class PlainDocuments implements Codec<Document> {

    @Override
    public Class<Document> getEncoderClass() {
        return Document.class;
    }

    @Override
    public void encode(BsonWriter writer, Document document, EncoderContext context) {
        write(writer, document);
    }

    private static void write(BsonWriter writer, Document document) {
        writer.writeStartDocument();
        for (var field : document.entrySet()) {
            writer.writeName(field.getKey());
            write(writer, field.getValue());
        }
        writer.writeEndDocument();
    }

    private static void write(BsonWriter writer, @Nullable Object value) {
        switch (value) {
            case null -> writer.writeNull();
            case String text -> writer.writeString(text);
            case Integer number -> writer.writeInt32(number);
            case Long number -> writer.writeInt64(number);
            case Boolean truth -> writer.writeBoolean(truth);
            case Date time -> writer.writeDateTime(time.toInstant().toEpochMilli());
            case Binary bytes -> writer.writeBinaryData(new BsonBinary(bytes.getData()));
            case UUID id -> writer.writeBinaryData(new BsonBinary(id, UuidRepresentation.STANDARD));
            case Document document -> write(writer, document);
            case List<?> list -> write(writer, list);
            default -> throw new IllegalArgumentException(value.getClass().getName());
        }
    }

    private static void write(BsonWriter writer, List<?> list) {
        writer.writeStartArray();
        list.forEach(value -> write(writer, value));
        writer.writeEndArray();
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
            case INT32 -> reader.readInt32();
            case INT64 -> reader.readInt64();
            case BOOLEAN -> reader.readBoolean();
            case DATE_TIME -> Date.from(Instant.ofEpochMilli(reader.readDateTime()));
            case BINARY -> new Binary(reader.readBinaryData().getData());
            case DOCUMENT -> document(reader);
            case ARRAY -> list(reader);
            default -> throw new IllegalArgumentException(type.name());
        };
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
