package io.latchkey.infrastructure.database;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.ValueComparator;
import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.ObjectId;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.h2.mvstore.WriteBuffer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Keys stand in the order that the server has for values, and in the file as they always did. */
class KeyTypeTests {

    private static final int TRIES = 20_000;
    private static final List<String> TEXTS = List.of("", "a", "a\0", "ab", "ä", "Ω", "\uD83D\uDD11", "\uFF5E", "b");

    /** Some that are the same each time, and one that is not. */
    static LongStream seeds() {
        return LongStream.concat(LongStream.range(0, 4), LongStream.of(new Random().nextLong()));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theOrderIsTheServers(long seed) {
        var random = new Random(seed);
        var server = ValueComparator.ascWithoutListHandling();
        for (int i = 0; i < TRIES; i++) {
            var one = value(random);
            var other = value(random);
            assertThat(Integer.signum(KeyType.VALUES.compare(one, other)))
                    .as("%s and %s", one, other)
                    .isEqualTo(Integer.signum(server.compare(one, other)));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aKeyIsReadAsItWasWrittenWhoeverWroteIt(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < TRIES / 10; i++) {
            var keys = IntStream.range(0, 3).mapToObj(_ -> key(random)).toArray(KeyValue[]::new);
            var page = new WriteBuffer();
            KeyType.INSTANCE.write(page, keys, keys.length);
            var one = new WriteBuffer();
            Arrays.stream(keys).forEach(key -> KeyType.INSTANCE.write(one, key));

            assertThat(bytes(page)).isEqualTo(bytes(one)).isEqualTo(asValues(keys));
            assertThat(read(ByteBuffer.wrap(bytes(page)), keys.length)).isEqualTo(keys);
        }
    }

    private static KeyValue[] read(ByteBuffer page, int count) {
        var keys = KeyType.INSTANCE.createStorage(count);
        KeyType.INSTANCE.read(page, keys, count);
        return keys;
    }

    private static byte[] bytes(WriteBuffer written) {
        return Arrays.copyOf(written.getBuffer().array(), written.position());
    }

    private static byte[] asValues(KeyValue... keys) {
        var all = new WriteBuffer();
        for (var key : keys) {
            ByteBuf values = Unpooled.buffer();
            key.forEach(value -> {
                values.writeByte(BsonEncoder.determineType(value));
                BsonEncoder.encodeValue(BsonEncoder.determineType(value), value, values);
            });
            all.putVarInt(key.size()).putVarInt(values.readableBytes());
            all.put(values.array(), values.arrayOffset(), values.readableBytes());
        }
        return bytes(all);
    }

    private static KeyValue key(Random random) {
        return random.nextBoolean()
                ? new KeyValue(text(random))
                : new KeyValue(IntStream.rangeClosed(0, random.nextInt(3))
                        .mapToObj(_ -> value(random))
                        .toList()
                        .toArray());
    }

    private static String text(Random random) {
        return TEXTS.get(random.nextInt(TEXTS.size())) + TEXTS.get(random.nextInt(TEXTS.size()));
    }

    private static @Nullable Object value(Random random) {
        return switch (random.nextInt(12)) {
            case 0 -> null;
            case 1 -> random.nextInt(-3, 3);
            case 2 -> (long) random.nextInt(-3, 3);
            case 3 -> random.nextInt(-6, 6) / 2.0;
            case 4, 5 -> text(random);
            case 6 -> Instant.ofEpochMilli(random.nextInt(-3, 3));
            case 7, 8 -> new UUID(random.nextInt(-2, 2), random.nextInt(-2, 2));
            case 9 -> random.nextBoolean();
            case 10 -> new ObjectId("507f1f77bcf86cd79943901" + random.nextInt(3));
            default -> other(random);
        };
    }

    private static Object other(Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> MaxKey.getInstance();
            case 1 -> new BinData(text(random).getBytes(UTF_8));
            default -> new Document("e", random.nextInt(3));
        };
    }
}
