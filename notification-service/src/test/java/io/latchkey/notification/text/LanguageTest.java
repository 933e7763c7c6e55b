package io.latchkey.notification.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageTest {

    private static final Pattern PLACE = Pattern.compile("\\{\\w+}");

    @ParameterizedTest
    @CsvSource({
        "en, en",
        "en-GB, en",
        "de, de",
        "de-AT, de",
        "zh, zh-Hans",
        "zh-CN, zh-Hans",
        "zh-Hans-SG, zh-Hans",
        "fr, en",
        "'', en",
        "not a tag, en",
        "x-klingon, en"
    })
    void isTheNearestThereIs(String tag, String language) {
        assertThat(Language.nearest(tag).tag()).isEqualTo(language);
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "zh"})
    void saysEverythingThatEnglishSaysWithTheSameValues(String tag) {
        var english = file("");
        var other = file(tag);

        assertThat(other.keySet()).isEqualTo(english.keySet());
        assertThat(english.keySet())
                .allSatisfy(key -> assertThat(places(other.getString(key))).isEqualTo(places(english.getString(key))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{number}", "$1", "\\"})
    void fillsInAValueAsItIs(String value) {
        var text = Language.nearest("en").text("code.subject", Map.of("sender", value, "number", "7"));

        assertThat(text).isEqualTo(value + ": your code (no. 7)");
    }

    /** One file alone, without what it would inherit from English. */
    private static ResourceBundle file(String tag) {
        var control = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);
        var name = control.toBundleName("messages", Locale.forLanguageTag(tag)) + ".properties";
        try (var stream = Language.class.getResourceAsStream(name)) {
            return new PropertyResourceBundle(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> places(String text) {
        var places = new TreeSet<String>();
        PLACE.matcher(text).results().map(MatchResult::group).forEach(places::add);
        return places;
    }
}
