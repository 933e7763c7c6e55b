package io.latchkey.messaging.mongo;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.latchkey.messaging.engine.Header;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Headers as one value: of each its name and its content, after the length of either in two and four bytes. As documents of
 * their own they were half of what there was to write of an outcome.
 */
final class HeaderBytes {

    private HeaderBytes() {}

    static byte[] of(List<Header> headers) {
        var names =
                headers.stream().map(header -> header.name().getBytes(UTF_8)).toList();
        int size = 0;
        for (int i = 0; i < names.size(); i++) {
            size += Short.BYTES
                    + names.get(i).length
                    + Integer.BYTES
                    + headers.get(i).value().length;
        }
        var bytes = ByteBuffer.allocate(size);
        for (int i = 0; i < names.size(); i++) {
            var value = headers.get(i).value();
            bytes.putShort((short) names.get(i).length).put(names.get(i));
            bytes.putInt(value.length).put(value);
        }
        return bytes.array();
    }

    /** @throws java.nio.BufferUnderflowException if they end too early */
    static List<Header> read(byte[] bytes) {
        var headers = new ArrayList<Header>();
        var left = ByteBuffer.wrap(bytes);
        while (left.hasRemaining()) {
            var name = new String(next(left, Short.toUnsignedInt(left.getShort())), UTF_8);
            headers.add(new Header(name, next(left, left.getInt())));
        }
        return headers;
    }

    private static byte[] next(ByteBuffer from, int length) {
        var bytes = new byte[length];
        from.get(bytes);
        return bytes;
    }
}
