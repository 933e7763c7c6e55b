package io.latchkey.operations.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** How commands are named. */
class BatchKeyTest {

    private static final String ZEROS = "00".repeat(32);

    private final BatchKey key = BatchKey.parse(ZEROS);

    @Test
    void theSameContentIsTheSameCommandForEver() {
        var id = key.id("mobilePhone", "acme", "ann", "+4915123456789");

        assertThat(id).hasToString("540c3a2e-6247-8cd3-a524-a1ceb19a5544");
        assertThat(key.id("mobilePhone", "acme", "ann", "+4915123456789")).isEqualTo(id);
        assertThat(id.version()).isEqualTo(8);
        assertThat(id.variant()).isEqualTo(2);
    }

    @Test
    void anyOtherContentIsAnotherCommand() {
        var id = key.id("mobilePhone", "acme", "ann", "1");

        assertThat(key.id("mobilePhone", "acme", "ann", "2")).isNotEqualTo(id);
        assertThat(key.id("officePhone", "acme", "ann", "1")).isNotEqualTo(id);
        assertThat(key.id("mobilePhone", "acme", "bob", "1")).isNotEqualTo(id);
        assertThat(key.id("mobilePhone", "acmea", "nn", "1")).isNotEqualTo(id);
    }

    @Test
    void whoHasNoKeyCannotTryValues() {
        assertThat(BatchKey.random().id("mobilePhone", "acme", "ann", "1"))
                .isNotEqualTo(key.id("mobilePhone", "acme", "ann", "1"));
        assertThat(key.toString()).doesNotContain("00");
    }

    @Test
    void aKeyHas32Bytes() {
        assertThat(BatchKey.parse(ZEROS).hex()).isEqualTo(ZEROS);
        assertThatThrownBy(() -> BatchKey.parse("00")).isInstanceOf(IllegalArgumentException.class);
    }
}
