package io.latchkey.messaging.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.latchkey.messaging.engine.Header;
import java.nio.BufferUnderflowException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeaderBytesTest {

    private static final List<Header> HEADERS = List.of(
            Header.of("ce_id", "1"),
            new Header("empty", new byte[0]),
            Header.of("ce_id", "again"),
            Header.of("", "ü€"));

    @Test
    void keepsNamesContentsAndOrder() {
        assertThat(HeaderBytes.read(HeaderBytes.of(HEADERS)))
                .usingRecursiveComparison()
                .isEqualTo(HEADERS);
    }

    @Test
    void ofNoHeadersAreNone() {
        assertThat(HeaderBytes.of(List.of())).isEmpty();
        assertThat(HeaderBytes.read(new byte[0])).isEmpty();
    }

    @Test
    void thatEndTooEarlyAreRefused() {
        var bytes = HeaderBytes.of(HEADERS);
        assertThatThrownBy(() -> HeaderBytes.read(Arrays.copyOf(bytes, bytes.length - 1)))
                .isInstanceOf(BufferUnderflowException.class);
    }
}
