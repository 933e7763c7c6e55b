package io.latchkey.notification.provider;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.notification.provider.Letter.Call;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LetterTest {

    private static final UUID ID = new UUID(1, 1);

    @Test
    void aCallPartsNumberAndExtension() {
        assertThat(Call.to(ID, "+14255550100;ext=0123", "en", "text"))
                .isEqualTo(new Call(ID, "+14255550100", "0123", "en", "text"));
    }

    /** What is no extension stays where the provider sees it, and refuses it. */
    @ParameterizedTest
    @ValueSource(strings = {"+14255550100", "+14255550100;ext=", "+14255550100;ext=12a", ";ext=1", ""})
    void anythingElseIsTheNumber(String destination) {
        assertThat(Call.to(ID, destination, "en", "text")).isEqualTo(new Call(ID, destination, null, "en", "text"));
    }

    @Test
    void aCallShowsNothingPersonalWhenPrinted() {
        assertThat(Call.to(ID, "+14255550100;ext=123", "en", "your code").toString())
                .doesNotContain("4255", "123", "code");
    }
}
