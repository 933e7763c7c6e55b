package io.latchkey.messaging.avro;

import java.nio.ByteBuffer;

/** The frame around a value: a zero byte, the schema's id in four bytes (big endian), then Avro binary. */
final class WireFormat {
    static final int HEADER = 5;
    private static final byte MAGIC = 0;

    private WireFormat() {}

    static byte[] header(int schemaId) {
        return ByteBuffer.allocate(HEADER).put(MAGIC).putInt(schemaId).array();
    }

    /** @throws UndecodableException if the value does not begin with a frame */
    static int schemaId(byte[] value) {
        if (value.length < HEADER) {
            throw UndecodableException.malformed("shorter than the header of the wire format");
        }
        if (value[0] != MAGIC) {
            throw UndecodableException.malformed("the first byte is not zero");
        }
        return ByteBuffer.wrap(value).getInt(1);
    }
}
