package io.latchkey.registration.question;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.messaging.decision.Opened;
import io.latchkey.registration.question.Answer.Reading;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DenyListTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password",
                "PASSWORD",
                " Pass\u200bword ",
                "ｐａｓｓｗｏｒｄ",
                "123456",
                "qwerty",
                "qwertz",
                "unknown",
                "None",
                "Bello",
                "Fluffy",
                "blue",
                "WEISS",
                "weiß",
                "I don't know",
                "weiß nicht",
                "Fussball",
                "不知道",
                "我爱你",
                "皮卡丘",
                "aaa",
                "1111111",
                "。。。",
                "🐶🐶🐶",
            })
    @Tag("SPEC-2.5g")
    void hasWhatIsGuessedFirst(String text) {
        assertThat(has(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"under the stairs", "blue whale", "Bello der Zweite", "在旧谷仓里", "aab", "password of my aunt"})
    void hasNothingElse(String text) {
        assertThat(has(text)).isFalse();
    }

    @Test
    void listsOnlyWhatCouldBeAnAnswerAndOnce() throws IOException {
        var seen = new HashSet<String>();
        assertThat(lines()).hasSizeGreaterThan(500).allSatisfy(line -> {
            assertThat(Answer.read(new Opened.Readable(line))).isInstanceOf(Reading.Usable.class);
            assertThat(seen.add(NormalForm.of(line)))
                    .as(line + " for the first time")
                    .isTrue();
        });
        assertThat(DenyList.COMMON.normalised()).isEqualTo(seen);
    }

    private static List<String> lines() throws IOException {
        try (var stream = Objects.requireNonNull(DenyList.class.getResourceAsStream("common-answers.txt"))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        }
    }

    private static boolean has(String text) {
        return Answer.read(new Opened.Readable(text)) instanceof Reading.Usable(var answer)
                && DenyList.COMMON.has(answer);
    }
}
