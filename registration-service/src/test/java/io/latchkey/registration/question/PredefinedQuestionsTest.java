package io.latchkey.registration.question;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Locale;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PredefinedQuestionsTest {

    private static final QuestionId HIDING_PLACE = new QuestionId("hiding-place");

    @ParameterizedTest
    @CsvSource({
        "en, Where was your favourite hiding place as a child?",
        "en-GB, Where was your favourite hiding place as a child?",
        "de, Wo war als Kind Ihr liebstes Versteck?",
        "de-AT, Wo war als Kind Ihr liebstes Versteck?",
        "zh, 您小时候最喜欢躲在什么地方？",
        "zh-CN, 您小时候最喜欢躲在什么地方？",
        "zh-Hans-SG, 您小时候最喜欢躲在什么地方？",
        "fr, Where was your favourite hiding place as a child?",
        "'', Where was your favourite hiding place as a child?",
        "not a tag, Where was your favourite hiding place as a child?",
        "x-klingon, Where was your favourite hiding place as a child?"
    })
    @Tag("SPEC-1.4.questionList.localised")
    void areWordedInTheNearestLanguageThereIs(String tag, String text) {
        assertThat(PredefinedQuestions.text(HIDING_PLACE, tag)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "de", "zh"})
    @Tag("SPEC-1.4.questionList.localised")
    void areAllWordedInEveryLanguageAndNoneLikeAnother(String tag) {
        var file = file(tag);
        var ids = PredefinedQuestions.IDS.stream().map(QuestionId::value).collect(toSet());
        assertThat(file.keySet()).isEqualTo(ids);
        assertThat(ids).hasSizeGreaterThanOrEqualTo(12).hasSameSizeAs(PredefinedQuestions.IDS);

        var texts = new HashSet<String>();
        assertThat(ids).allSatisfy(id -> {
            assertThat(file.getString(id)).matches("\\S.{8,198}[?？]");
            assertThat(texts.add(file.getString(id))).as("worded once").isTrue();
        });
    }

    @Test
    void areComparedInEveryLanguage() {
        assertThat(PredefinedQuestions.texts(HIDING_PLACE))
                .containsExactly(
                        "Where was your favourite hiding place as a child?",
                        "Wo war als Kind Ihr liebstes Versteck?",
                        "您小时候最喜欢躲在什么地方？");
    }

    @Test
    void areNotTakenForCustomOnes() {
        assertThat(PredefinedQuestions.IDS).noneMatch(QuestionId::custom);
    }

    /** One file alone, without what it would inherit from English. */
    private static ResourceBundle file(String tag) {
        var control = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);
        var name = control.toBundleName("questions", Locale.forLanguageTag(tag)) + ".properties";
        try (var stream = PredefinedQuestions.class.getResourceAsStream(name)) {
            return new PropertyResourceBundle(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
