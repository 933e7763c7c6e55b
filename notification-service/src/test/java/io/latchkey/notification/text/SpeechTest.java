package io.latchkey.notification.text;

import static io.latchkey.notification.delivery.Fixture.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpeechTest {

    private final Texts texts = new Texts(new TextProperties("Latchkey", "contoso.example"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en-GB | en | 7, 3, 9, 1, 5, 4",
                "de-DE | de | 7, 3, 9, 1, 5, 4",
                "zh-CN | zh-Hans | 7，3，9，1，5，4",
                "fr | en | 7, 3, 9, 1, 5, 4"
            })
    void saysACodeFigureByFigureAndTwice(String locale, String language, String spoken) {
        var call = texts.call(ID, "+14255550100;ext=123", locale, code());

        assertThat(call.language()).isEqualTo(language);
        assertThat(call.extension()).isEqualTo("123");
        assertThat(call.text().split(spoken, -1)).hasSize(3);
        assertThat(call.text()).contains("Latchkey", "12", "5").doesNotContain("{", "739154", "@", "\n", "  ");
    }

    @Test
    void isTheWholeCall() {
        assertThat(texts.call(ID, "+14255550100", "en", code()).text())
                .isEqualTo("This is Latchkey with your code number 12: 7, 3, 9, 1, 5, 4. I repeat: 7, 3, 9, 1, 5, 4."
                        + " It is valid for 5 minutes. Do not pass it on.");
    }

    private static Values code() {
        return new Values("code", Map.of("digits", "739154", "number", "12", "time", "12:00 UTC", "minutes", "5"));
    }
}
