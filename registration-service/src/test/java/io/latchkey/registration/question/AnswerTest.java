package io.latchkey.registration.question;

import static io.latchkey.registration.question.AnswerFault.ANSWER_TOO_LONG;
import static io.latchkey.registration.question.AnswerFault.ANSWER_TOO_SHORT;
import static io.latchkey.registration.question.AnswerFault.INVALID_FIELD;
import static io.latchkey.registration.question.AnswerFault.UNREADABLE_FIELD;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.messaging.decision.Opened;
import io.latchkey.registration.question.Answer.Reading;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerTest {

    static String[][] readable() {
        return new String[][] {
            {"abc", "abc"},
            {"  Unter der  Treppe ", "unter der treppe"},
            {"张三丰", "张三丰"},
            {"🐶🐱🐭", "🐶🐱🐭"},
            {"ßa", "ssa"},
            {"㍿", "株式会社"},
            {"a".repeat(40), "a".repeat(40)},
            {"🐶".repeat(40), "🐶".repeat(40)},
            {" ".repeat(300) + "abc", "abc"},
        };
    }

    @ParameterizedTest
    @MethodSource("readable")
    @Tag("SPEC-2.5d")
    @Tag("SPEC-2.5e")
    void isReadInItsNormalForm(String text, String normalised) {
        assertThat(read(text)).isEqualTo(new Reading.Usable(new Answer(normalised)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "ab", " ab ", "北京", "🐶🐱", "a\u200bb", "e\u0301e\u0301"})
    @Tag("SPEC-2.5d")
    void isTooShortBelowThreeCharacters(String text) {
        assertThat(read(text)).isEqualTo(new Reading.Unusable(ANSWER_TOO_SHORT));
    }

    static String[] tooLong() {
        return new String[] {
            "a".repeat(41), "🐶".repeat(41), "ß".repeat(21), "\ufdfa".repeat(3), "ﷺ".repeat(400), "a".repeat(60_000)
        };
    }

    @ParameterizedTest
    @MethodSource("tooLong")
    @Tag("SPEC-2.5d")
    void isTooLongAboveFortyCharacters(String text) {
        assertThat(read(text)).isEqualTo(new Reading.Unusable(ANSWER_TOO_LONG));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"under\tthe stairs", "under the stairs\n", "\u0000abc", "abc\u0085", "\u007fabc", "ab\u0378c"})
    void mayHoldNothingThatCannotBeWritten(String text) {
        assertThat(read(text)).isEqualTo(new Reading.Unusable(INVALID_FIELD));
    }

    @Test
    void mayHoldNoHalfCharacter() {
        assertThat(read("abc" + (char) 0xd83d)).isEqualTo(new Reading.Unusable(INVALID_FIELD));
    }

    @Test
    void mustHaveBeenOpened() {
        assertThat(Answer.read(new Opened.Unreadable())).isEqualTo(new Reading.Unusable(UNREADABLE_FIELD));
    }

    private static Reading read(String text) {
        return Answer.read(new Opened.Readable(text));
    }
}
