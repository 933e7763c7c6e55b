package io.latchkey.infrastructure.database;

import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.Arrays;
import java.util.Collections;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.type.ByteArrayDataType;
import org.jspecify.annotations.Nullable;

/**
 * The maps of the store. Documents are kept by their ids and as BSON, which takes a fraction of what they take as objects,
 * and is read anew each time, so that nobody changes what is kept.
 */
final class Maps {

    static final String DOCUMENTS = "databases.";
    static final String INDEX = "._index_";

    /** Of a document; a larger one has its buffer copied. */
    private static final int BYTES_OF_MOST = 4096;

    private Maps() {}

    /** @param fullName of the collection, with its database */
    static MVMap<KeyValue, byte[]> documents(MVStore store, String fullName) {
        return open(store, DOCUMENTS + fullName);
    }

    /** @param fullName of the collection, with its database */
    static MVMap<KeyValue, byte[]> index(MVStore store, String fullName, String index) {
        return open(store, fullName + INDEX + index);
    }

    static MVMap<KeyValue, byte[]> open(MVStore store, String name) {
        return store.openMap(
                name,
                new MVMap.Builder<KeyValue, byte[]>().keyType(KeyType.INSTANCE).valueType(ByteArrayDataType.INSTANCE));
    }

    /** Where a document is kept: ids that are equal numbers are the same. */
    static KeyValue position(@Nullable Object id) {
        var position = new KeyValue(Collections.singletonList(id));
        return id instanceof String ? position : position.normalized();
    }

    static byte[] encode(Document document) {
        ByteBuf bytes = Unpooled.buffer(BYTES_OF_MOST);
        BsonEncoder.encodeDocument(document, bytes);
        return Arrays.copyOf(bytes.array(), bytes.readableBytes());
    }

    static Document decode(byte[] bytes) {
        return BsonDecoder.decodeBson(Unpooled.wrappedBuffer(bytes));
    }
}
