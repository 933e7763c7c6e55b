package io.latchkey.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class TextTest {

    private static final UUID ID = UUID.fromString("0d9c3c52-0000-4000-8000-123456789012");
    private static final String TO = "+491710000042";
    private static final String CODE = "048213";

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "zh"})
    void theCodeIsFoundAsNotificationWordsIt(String language) {
        assertThat(Text.of(body(worded(language)))).contains(new Text(ID, TO, CODE));
    }

    /** As the floor words it: without blanks. */
    @Test
    void theCodeIsFoundInTheTightestBody() {
        var body = "{\"idempotencyKey\":\"%s\",\"to\":\"%s\",\"text\":\"%s\"}".formatted(ID, TO, CODE);

        assertThat(Text.of(body)).contains(new Text(ID, TO, CODE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "no JSON with 123456",
                "{\"text\":\"Code 123456\"}",
                "{\"idempotencyKey\":\"0d9c3c52-0000-4000-8000-123456789012\",\"text\":\"Code 123456\"}",
                "{\"idempotencyKey\":\"1\",\"to\":\"+491710000042\",\"text\":\"Code 123456\"}"
            })
    void whatIsNoMessageIsRefusedWithoutItsContent(String body) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Text.of(body))
                .withMessageNotContaining("123456 ")
                .withMessageNotContaining(TO);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Please confirm your methods", "12345", "+491710000042"})
    void aMessageWithoutACodeIsNotTyped(String text) {
        assertThat(Text.of("{\"idempotencyKey\":\"%s\",\"to\":\"%s\",\"text\":\"%s\"}".formatted(ID, TO, text)))
                .isEmpty();
    }

    @Test
    void neitherNumberNorCodeIsShown() {
        assertThat(new Text(ID, TO, CODE).toString()).doesNotContain(TO, CODE);
    }

    private static String worded(String language) {
        var words = ResourceBundle.getBundle(
                        "io.latchkey.notification.text.messages",
                        Locale.of(language),
                        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_DEFAULT))
                .getString("code.sms");
        for (var value : Map.of("sender", "Latchkey", "number", "3", "digits", CODE, "time", "12:00", "minutes", "5")
                .entrySet()) {
            words = words.replace("{" + value.getKey() + "}", value.getValue());
        }
        return words;
    }

    private static String body(String text) {
        return JsonMapper.builder()
                .build()
                .createObjectNode()
                .put("idempotencyKey", ID.toString())
                .put("to", TO)
                .put("text", text)
                .toString();
    }
}
