package io.latchkey.embedded.scan;

/** How a value was written where it was found. */
public enum Encoding {
    PLAIN,
    HEX,
    BASE64
}
