package io.latchkey.infrastructure.database;

import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.ValueComparator;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;
import org.jspecify.annotations.Nullable;

/** Values in the order in which documents are sorted by them; those that begin alike stand side by side, shortest first. */
final class KeyType extends BasicDataType<KeyValue> {

    static final KeyType INSTANCE = new KeyType();

    /** Of single values. */
    static final Comparator<Object> VALUES = ValueComparator.ascWithoutListHandling();

    private static final int BYTES_OF_A_VALUE = 48;

    private KeyType() {}

    @Override
    public int compare(KeyValue one, KeyValue other) {
        int common = Math.min(one.size(), other.size());
        for (int i = 0; i < common; i++) {
            int order = VALUES.compare(one.get(i), other.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(one.size(), other.size());
    }

    @Override
    public int getMemory(KeyValue key) {
        return key.stream().mapToInt(KeyType::memory).sum() + BYTES_OF_A_VALUE;
    }

    private static int memory(@Nullable Object value) {
        return BYTES_OF_A_VALUE + (value instanceof String text ? text.length() : 0);
    }

    @Override
    public void write(WriteBuffer to, KeyValue key) {
        ByteBuf values = Unpooled.buffer();
        for (Object value : key) {
            byte type = BsonEncoder.determineType(value);
            values.writeByte(type);
            BsonEncoder.encodeValue(type, value, values);
        }
        to.putVarInt(key.size()).putVarInt(values.readableBytes());
        to.put(values.array(), values.arrayOffset(), values.readableBytes());
    }

    @Override
    public KeyValue read(ByteBuffer from) {
        int size = DataUtils.readVarInt(from);
        int length = DataUtils.readVarInt(from);
        ByteBuf values = Unpooled.wrappedBuffer(from.slice(from.position(), length));
        from.position(from.position() + length);
        List<@Nullable Object> key = new ArrayList<>(size);
        while (key.size() < size) {
            key.add(BsonDecoder.decodeValue(values.readByte(), values));
        }
        return new KeyValue(key);
    }

    @Override
    public KeyValue[] createStorage(int size) {
        return new KeyValue[size];
    }
}
