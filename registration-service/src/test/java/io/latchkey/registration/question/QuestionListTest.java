package io.latchkey.registration.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuestionListTest {

    private static final QuestionId SCHOOL_TRIP = new QuestionId("school-trip");
    private static final QuestionId FIRST_PRIZE = new QuestionId("first-prize");
    private static final CustomQuestion BADGE = custom("custom-badge", "What colour was your first badge?");
    private static final QuestionList SOME = new QuestionList(List.of(SCHOOL_TRIP), List.of(BADGE));

    @Test
    @Tag("SPEC-1.4.questionList.approved")
    void offersWhatWasApproved() {
        assertThat(SOME.offers(SCHOOL_TRIP)).isTrue();
        assertThat(SOME.offers(BADGE.id())).isTrue();
        assertThat(SOME.offers(FIRST_PRIZE)).isFalse();
        assertThat(SOME.size()).isEqualTo(2);
    }

    @Test
    @Tag("SPEC-1.4.questionList.localised")
    void wordsItForAPerson() {
        assertThat(SOME.text(FIRST_PRIZE, "de")).isEmpty();
        assertThat(SOME.text(BADGE.id(), "de")).contains(BADGE.text());
        assertThat(SOME.questions("de"))
                .containsExactly(
                        new Question(SCHOOL_TRIP, "Wohin ging der Schulausflug, an den Sie sich am besten erinnern?"),
                        new Question(BADGE.id(), BADGE.text()));
    }

    @Test
    @Tag("SPEC-1.4.questionList.default")
    void offersThePredefinedOnesByDefault() {
        assertThat(QuestionList.PREDEFINED.questions("en"))
                .extracting(Question::id)
                .isEqualTo(PredefinedQuestions.IDS);
        assertThat(QuestionList.isPredefined(SCHOOL_TRIP)).isTrue();
        assertThat(QuestionList.isPredefined(new QuestionId("first-kiss"))).isFalse();
    }

    @Test
    @Tag("SPEC-1.4.questionList.custom")
    void hasAtMostTwentyCustomOnes() {
        assertThat(new QuestionList(List.of(), customs(20)).size()).isEqualTo(20);
        assertThatIllegalArgumentException().isThrownBy(() -> new QuestionList(List.of(), customs(21)));
    }

    @Test
    void hasNoneThatIsUnknownOrRepeated() {
        var unknown = List.of(new QuestionId("first-kiss"));
        assertThatIllegalArgumentException().isThrownBy(() -> new QuestionList(unknown, List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new QuestionList(List.of(SCHOOL_TRIP, SCHOOL_TRIP), List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new QuestionList(List.of(), List.of(BADGE, BADGE)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"hiding-place", "a", "custom-1", "2nd-home"})
    void idsAreWordsJoinedByHyphens(String id) {
        assertThat(QuestionId.of(id)).contains(new QuestionId(id));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "Hiding-Place", "-a", "a-", "a--b", "a_b", "a.b", "ä", "a\n", "a/b"})
    void nothingElseIsAnId(String id) {
        assertThat(QuestionId.of(id)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> new QuestionId(id));
    }

    @Test
    void idsHaveUpTo64Characters() {
        assertThat(QuestionId.of("a".repeat(64))).isPresent();
        assertThat(QuestionId.of("a".repeat(65))).isEmpty();
    }

    static String[][] texts() {
        return new String[][] {
            {"custom-badge", "Why", "Why"},
            {"custom-badge", "  Why?\u2003", "Why?"},
            {"custom-badge", "工牌色", "工牌色"},
            {"custom-badge", "😀".repeat(200), "😀".repeat(200)},
            {"custom-badge", "Wh", null},
            {"custom-badge", " ".repeat(9), null},
            {"custom-badge", "a".repeat(201), null},
            {"custom-badge", "What\tcolour?", null},
            {"custom-badge", "What\ncolour?", null},
            {"badge", "What colour?", null},
            {"custom-", "What colour?", null},
            {"custom", "What colour?", null},
        };
    }

    @ParameterizedTest
    @MethodSource("texts")
    @Tag("SPEC-1.4.questionList.custom")
    void aCustomQuestionHas3To200CharactersAndAnIdOfItsKind(String id, String text, String expected) {
        assertThat(CustomQuestion.of(id, text).map(CustomQuestion::text).orElse(null))
                .isEqualTo(expected);
    }

    private static List<CustomQuestion> customs(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> custom("custom-" + i, "Question " + i + "?"))
                .toList();
    }

    private static CustomQuestion custom(String id, String text) {
        return new CustomQuestion(new QuestionId(id), text);
    }
}
