package io.latchkey.messaging.engine;

import java.nio.charset.StandardCharsets;

/** A record header. */
public record Header(String name, byte[] value) {

    /** W3C Trace Context. */
    public static final String TRACEPARENT = "traceparent";

    public static Header of(String name, String value) {
        return new Header(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
