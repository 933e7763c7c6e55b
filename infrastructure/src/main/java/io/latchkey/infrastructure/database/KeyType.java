package io.latchkey.infrastructure.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.ValueComparator;
import de.bwaldvogel.mongo.wire.BsonConstants;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;
import org.jspecify.annotations.Nullable;

/** Values in the order in which documents are sorted by them; those that begin alike stand side by side, shortest first. */
final class KeyType extends BasicDataType<KeyValue> {

    static final KeyType INSTANCE = new KeyType();

    /** Of single values. */
    static final Comparator<Object> VALUES = KeyType::order;

    private static final Comparator<Object> ANY_VALUES = ValueComparator.ascWithoutListHandling();

    private static final int BYTES_OF_A_VALUE = 48;
    private static final int BYTES_AROUND_A_TEXT = 6;

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

    /** As the server orders them, which by itself looks for the place of both types first and writes out every UUID. */
    private static int order(@Nullable Object one, @Nullable Object other) {
        if (one instanceof String text && other instanceof String another) {
            return text.compareTo(another);
        }
        if (one instanceof Instant time && other instanceof Instant another) {
            return time.compareTo(another);
        }
        return one instanceof UUID id && other instanceof UUID another
                ? byDigits(id, another)
                : ANY_VALUES.compare(one, other);
    }

    /** Unlike {@link UUID#compareTo}, without a sign. */
    private static int byDigits(UUID one, UUID other) {
        int order = Long.compareUnsigned(one.getMostSignificantBits(), other.getMostSignificantBits());
        return order != 0
                ? order
                : Long.compareUnsigned(one.getLeastSignificantBits(), other.getLeastSignificantBits());
    }

    @Override
    public int getMemory(KeyValue key) {
        int memory = BYTES_OF_A_VALUE;
        for (Object value : key) {
            memory += memory(value);
        }
        return memory;
    }

    private static int memory(@Nullable Object value) {
        return BYTES_OF_A_VALUE + (value instanceof String text ? text.length() : 0);
    }

    @Override
    public void write(WriteBuffer to, KeyValue key) {
        write(to, key, Unpooled.buffer());
    }

    /** With one buffer for all keys of a page. */
    @Override
    public void write(WriteBuffer to, Object keys, int count) {
        ByteBuf values = Unpooled.buffer();
        for (int i = 0; i < count; i++) {
            write(to, cast(keys)[i], values.clear());
        }
    }

    private static void write(WriteBuffer to, KeyValue key, ByteBuf values) {
        if (key.size() == 1 && key.get(0) instanceof String text) {
            writeText(to, text.getBytes(UTF_8));
        } else {
            writeValues(to, key, values);
        }
    }

    /** What {@link #writeValues} would write of it, without a detour: most keys are one text. */
    private static void writeText(WriteBuffer to, byte[] text) {
        to.putVarInt(1).putVarInt(BYTES_AROUND_A_TEXT + text.length);
        to.put(BsonConstants.TYPE_UTF8_STRING).putInt(Integer.reverseBytes(text.length + 1));
        to.put(text).put(BsonConstants.STRING_TERMINATION);
    }

    private static void writeValues(WriteBuffer to, KeyValue key, ByteBuf values) {
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
