package io.latchkey.messaging.sealing;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Texts joined so that no two lists of them give the same bytes: each is preceded by its length. */
public final class LengthPrefixed {

    private LengthPrefixed() {}

    /** Per part four bytes, its length in UTF-8, big-endian, then the UTF-8 itself. */
    public static byte[] of(String... parts) {
        var joined = new ByteArrayOutputStream();
        for (var part : parts) {
            var utf8 = part.getBytes(StandardCharsets.UTF_8);
            joined.writeBytes(
                    ByteBuffer.allocate(Integer.BYTES).putInt(utf8.length).array());
            joined.writeBytes(utf8);
        }
        return joined.toByteArray();
    }
}
