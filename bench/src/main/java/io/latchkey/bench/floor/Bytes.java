package io.latchkey.bench.floor;

import java.nio.ByteBuffer;

final class Bytes {

    private Bytes() {}

    /** What remains, which stays as it is. */
    static byte[] of(ByteBuffer buffer) {
        var bytes = new byte[buffer.remaining()];
        buffer.get(buffer.position(), bytes);
        return bytes;
    }
}
