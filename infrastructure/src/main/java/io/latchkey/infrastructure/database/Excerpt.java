package io.latchkey.infrastructure.database;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.BsonConstants;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Some fields of a document, read without the others: who asks for a version has no use for the state beside it.
 *
 * @param fields at the top
 */
record Excerpt(Set<String> fields) {

    private static final int LENGTH = Integer.BYTES;

    /** Empty where a projection asks for more than that some fields be there. */
    static Optional<Excerpt> of(@Nullable Document projection) {
        return projection == null
                        || projection.isEmpty()
                        || !projection.entrySet().stream().allMatch(field -> asks(field.getKey(), field.getValue()))
                ? Optional.empty()
                : Optional.of(new Excerpt(withId(projection.keySet())));
    }

    /** @param paths of fields, or of what is in them */
    static Excerpt of(Stream<String> paths) {
        return new Excerpt(paths.map(path -> path.split("\\.", 2)[0]).collect(Collectors.toUnmodifiableSet()));
    }

    private static boolean asks(String field, @Nullable Object value) {
        boolean included =
                value instanceof Boolean yes ? yes : value instanceof Number number && number.intValue() == 1;
        return included && !field.contains(".") && !field.contains("$");
    }

    private static Set<String> withId(Set<String> named) {
        var fields = new HashSet<>(named);
        fields.add("_id");
        return fields;
    }

    Document decode(byte[] stored) {
        ByteBuf bytes = Unpooled.wrappedBuffer(stored);
        bytes.skipBytes(LENGTH);
        var document = new Document();
        for (byte type = bytes.readByte(); type != BsonConstants.TERMINATING_BYTE; type = bytes.readByte()) {
            field(type, bytes, document);
        }
        return document;
    }

    private void field(byte type, ByteBuf bytes, Document to) {
        var name = bytes.readCharSequence(bytes.bytesBefore(BsonConstants.STRING_TERMINATION), StandardCharsets.UTF_8)
                .toString();
        bytes.skipBytes(1);
        if (fields.contains(name)) {
            to.put(name, BsonDecoder.decodeValue(type, bytes));
        } else {
            skip(type, bytes);
        }
    }

    private static void skip(byte type, ByteBuf bytes) {
        switch (type) {
            case BsonConstants.TYPE_UTF8_STRING -> bytes.skipBytes(bytes.readIntLE());
            case BsonConstants.TYPE_EMBEDDED_DOCUMENT, BsonConstants.TYPE_ARRAY ->
                bytes.skipBytes(bytes.readIntLE() - LENGTH);
            case BsonConstants.TYPE_DATA -> bytes.skipBytes(bytes.readIntLE() + 1);
            default -> BsonDecoder.decodeValue(type, bytes);
        }
    }
}
