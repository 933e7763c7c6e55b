package io.latchkey.registration.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;

class NormalFormPropertyTest {

    @Property
    void twiceIsTheSameAsOnce(@ForAll("texts") String text) {
        var once = NormalForm.of(text);
        assertThat(NormalForm.of(once)).isEqualTo(once);
    }

    @Property
    @Tag("SPEC-2.5e")
    void composedAndDecomposedAreOne(@ForAll("texts") String text, @ForAll Normalizer.Form form) {
        assertThat(NormalForm.of(Normalizer.normalize(text, form))).isEqualTo(NormalForm.of(text));
    }

    @Property
    @Tag("SPEC-2.5e")
    void caseIsOne(@ForAll("texts") String text, @ForAll("languages") Locale language) {
        var composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        assertThat(NormalForm.of(composed.toUpperCase(language))).isEqualTo(NormalForm.of(text));
        assertThat(NormalForm.of(composed.toLowerCase(language))).isEqualTo(NormalForm.of(text));
    }

    @Property
    @Tag("SPEC-2.5e")
    void spacesAroundAndBetweenAreOne(@ForAll("words") String first, @ForAll("words") String second) {
        assertThat(NormalForm.of("\u3000 " + first + " \u00a0 " + second + "\u2009"))
                .isEqualTo(NormalForm.of(first + " " + second));
    }

    @Provide
    static Arbitrary<Locale> languages() {
        return Arbitraries.of("", "de", "tr", "az", "el", "zh").map(Locale::forLanguageTag);
    }

    @Provide
    static Arbitrary<String> words() {
        return Arbitraries.strings()
                .withChars("aZßẞσςΣiİıI9-äÄ你ﬁ")
                .ofMinLength(1)
                .ofMaxLength(12);
    }

    /** Letters of many scripts, what folds or composes in its own way, marks, spaces and what nobody sees. */
    @Provide
    static Arbitrary<String> texts() {
        return Arbitraries.strings()
                .withChars("aZ9.ßẞσςΣiİıIäÄéÉŉǅﬃﬁ你好ㅏガｶﾞⅧ ＡΐՙևàώΏ"
                        + "\u0301\u0308\u0307\u0323 \u00a0\u3000\u2028\u200b\u200d\ufe0f\u00ad")
                .ofMaxLength(30);
    }
}
