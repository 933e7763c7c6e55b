package io.latchkey.registration.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NormalFormTest {

    @ParameterizedTest
    @CsvSource({
        "Under the Stairs, under the stairs",
        "'  under   the\u00a0stairs\u3000', under the stairs",
        "Straße, strasse",
        "STRASSE, strasse",
        "STRAẞE, strasse",
        "ΟΔΟΣ, οδοσ",
        "οδος, οδοσ",
        "İstanbul, istanbul",
        "ISTANBUL, istanbul",
        "ıstanbul, istanbul",
        "i\u0307stanbul, istanbul",
        "Ｔｏｋｙｏ, tokyo",
        "ﬁsh, fish",
        "Ǆungla, džungla",
        "Zoe\u0308, zoë",
        "Ⅷ, viii",
        "㍿, 株式会社",
        "ｶﾞｷﾞ, ガギ",
        "pass\u200bword, password",
        "pass\u00adword, password",
        "❤\ufe0f❤\ufe0f❤\ufe0f, ❤❤❤",
        "'\u2028a\u2029', a",
        "'\u3164\u115f', ''",
    })
    @Tag("SPEC-2.5e")
    void isTheSameHoweverATextIsTyped(String text, String expected) {
        assertThat(NormalForm.of(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tr", "az", "lt", "el", "de", "ar"})
    void doesNotDependOnTheMachinesLanguage(String tag) {
        var machines = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag(tag));
            assertThat(NormalForm.of("TITEL ılıca ΣΙΣΥΦΟΣ Ì J\u0307")).isEqualTo("titel ilica σισυφοσ ì j\u0307");
        } finally {
            Locale.setDefault(machines);
        }
    }

    /** Every character there is, alone and where it meets marks that combine with it. */
    @Test
    void twiceIsTheSameAsOnce() {
        for (int character = 0; character <= Character.MAX_CODE_POINT; character++) {
            if (NormalForm.unwritable(character)) {
                continue;
            }
            var text = Character.toString(character);
            assertThat(NormalForm.of(NormalForm.of(text))).isEqualTo(NormalForm.of(text));
            for (var mark : new String[] {"\u0307", "\u0301", "\u0345"}) {
                var once = NormalForm.of("i" + text + mark);
                assertThat(NormalForm.of(once)).isEqualTo(once);
            }
        }
    }
}
