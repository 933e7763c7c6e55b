package io.latchkey.registration.question;

import static io.latchkey.registration.question.AnswerFault.ANSWER_IN_QUESTION;
import static io.latchkey.registration.question.AnswerFault.ANSWER_REPEATED;
import static io.latchkey.registration.question.AnswerFault.ANSWER_TOO_COMMON;
import static io.latchkey.registration.question.AnswerFault.ANSWER_TOO_LONG;
import static io.latchkey.registration.question.AnswerFault.ANSWER_TOO_SHORT;
import static io.latchkey.registration.question.AnswerFault.INVALID_FIELD;
import static io.latchkey.registration.question.AnswerFault.QUESTION_NOT_OFFERED;
import static io.latchkey.registration.question.AnswerFault.QUESTION_REPEATED;
import static io.latchkey.registration.question.AnswerFault.TOO_FEW_ANSWERS;
import static io.latchkey.registration.question.AnswerFault.TOO_MANY_ANSWERS;
import static io.latchkey.registration.question.AnswerFault.UNREADABLE_FIELD;
import static io.latchkey.registration.question.FakeHasher.ACCOUNT;
import static io.latchkey.registration.question.FakeHasher.COMMAND;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.messaging.decision.Opened;
import io.latchkey.registration.question.Judgement.Accepted;
import io.latchkey.registration.question.Judgement.Refused;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

class AnswersTest {

    private static final CustomQuestion BADGE =
            new CustomQuestion(new QuestionId("custom-badge"), "Welche Farbe hatte der Straßenausweis?");
    private static final QuestionList APPROVED = new QuestionList(PredefinedQuestions.IDS, List.of(BADGE));

    private static final SubmittedAnswer PLACE = submitted("hiding-place", "Under the Stairs");
    private static final SubmittedAnswer SHOP = submitted("sweet-shop", "Krämer Meißner");
    private static final SubmittedAnswer BOSS = submitted("first-boss", "Grace Brewster Hopper");

    record Case(List<SubmittedAnswer> answers, Refused expected) {}

    /** What is wrong with the third answer, or with all of them. */
    static final List<Case> FAULTS = List.of(
            third(submitted("", "indigo"), INVALID_FIELD, "answers[2].questionId"),
            third(submitted("First Kiss", "indigo"), INVALID_FIELD, "answers[2].questionId"),
            third(submitted("first-kiss", "indigo"), QUESTION_NOT_OFFERED, "answers[2].questionId"),
            third(submitted("custom-other", "indigo"), QUESTION_NOT_OFFERED, "answers[2].questionId"),
            third(submitted("hiding-place", "In the barn"), QUESTION_REPEATED, "answers[2].questionId"),
            third(unreadable("school-trip"), UNREADABLE_FIELD, "answers[2].answer"),
            third(submitted("school-trip", "Old\tTown"), INVALID_FIELD, "answers[2].answer"),
            third(submitted("school-trip", " Ob "), ANSWER_TOO_SHORT, "answers[2].answer"),
            third(submitted("school-trip", "o".repeat(41)), ANSWER_TOO_LONG, "answers[2].answer"),
            third(submitted("school-trip", "Pass\u00adword"), ANSWER_TOO_COMMON, "answers[2].answer"),
            third(submitted("school-trip", "ooo"), ANSWER_TOO_COMMON, "answers[2].answer"),
            third(submitted("school-trip", "School  TRIP"), ANSWER_IN_QUESTION, "answers[2].answer"),
            third(submitted("custom-badge", "STRASSENAUSWEIS"), ANSWER_IN_QUESTION, "answers[2].answer"),
            third(submitted("school-trip", "under  the STAIRS "), ANSWER_REPEATED, "answers[2].answer"),
            third(submitted("school-trip", "KRÄMER MEISSNER"), ANSWER_REPEATED, "answers[2].answer"));

    @ParameterizedTest
    @FieldSource("FAULTS")
    @Tag("SPEC-2.5a")
    @Tag("SPEC-2.5b")
    @Tag("SPEC-2.5c")
    @Tag("SPEC-2.5f")
    @Tag("SPEC-2.5g")
    @Tag("SPEC-2.7f")
    void refusesAndNamesTheField(Case wrong) {
        assertThat(judge(wrong.answers())).isEqualTo(wrong.expected());
    }

    @Test
    void theseAreAllTheFaultsThatAnAnswerCanHave() {
        var ofOne = EnumSet.complementOf(EnumSet.of(TOO_FEW_ANSWERS, TOO_MANY_ANSWERS));
        assertThat(FAULTS).extracting(wrong -> wrong.expected().fault()).containsAll(ofOne);
    }

    /** First the question, then the answer itself, then the answer beside others; an earlier answer before a later one. */
    static Stream<Case> manyFaults() {
        return Stream.of(
                new Case(
                        List.of(submitted("x y", "ab"), submitted("first-kiss", "ab"), PLACE),
                        new Refused(INVALID_FIELD, "answers[0].questionId")),
                new Case(
                        List.of(PLACE, submitted("first-kiss", "ab"), PLACE),
                        new Refused(QUESTION_NOT_OFFERED, "answers[1].questionId")),
                new Case(
                        List.of(PLACE, unreadable("hiding-place"), submitted("first-kiss", "ab")),
                        new Refused(QUESTION_REPEATED, "answers[1].questionId")),
                new Case(
                        List.of(submitted("hiding-place", "ab"), submitted("hiding-place", "abc"), SHOP),
                        new Refused(ANSWER_TOO_SHORT, "answers[0].answer")),
                new Case(
                        List.of(submitted("school-trip", "school"), submitted("first-prize", "school"), PLACE),
                        new Refused(ANSWER_TOO_COMMON, "answers[0].answer")),
                new Case(
                        List.of(
                                submitted("first-prize", "school trip"),
                                submitted("school-trip", "school trip"),
                                PLACE),
                        new Refused(ANSWER_IN_QUESTION, "answers[1].answer")),
                new Case(List.of(unreadable("x y"), PLACE), new Refused(TOO_FEW_ANSWERS, "answers")));
    }

    @ParameterizedTest
    @MethodSource("manyFaults")
    void tellsTheFirstOfManyFaults(Case wrong) {
        assertThat(judge(wrong.answers())).isEqualTo(wrong.expected());
    }

    @ParameterizedTest
    @CsvSource({
        "0, 3, TOO_FEW_ANSWERS",
        "2, 3, TOO_FEW_ANSWERS",
        "3, 3,",
        "4, 3,",
        "4, 5, TOO_FEW_ANSWERS",
        "5, 5,",
        "10, 5,",
        "11, 5, TOO_MANY_ANSWERS",
    })
    @Tag("SPEC-1.4.questions.effect")
    void takesAsManyAsThePolicyAsksForAndUpToTen(int count, int required, AnswerFault fault) {
        var answers = IntStream.range(0, count)
                .mapToObj(i -> submitted(PredefinedQuestions.IDS.get(i).value(), "Antwort Nr. " + i))
                .toList();

        assertThat(Answers.judge(prepare(answers), APPROVED, required))
                .isEqualTo(fault == null ? accepted(answers) : new Refused(fault, "answers"));
    }

    @ParameterizedTest
    @CsvSource({
        "hiding-place, favourite hiding",
        "hiding-place, liebstes Versteck?",
        "hiding-place, VERSTECK",
        "hiding-place, 什么地方？",
        "hiding-place, 什么地方?",
        "sweet-shop, SÜSSIGKEITEN",
        "sweet-shop, buy sweets",
        "sweet-shop, 哪家店",
        "custom-badge, welche farbe",
    })
    @Tag("SPEC-2.5f")
    void anAnswerMayNotBeReadOffItsQuestionInAnyLanguage(String question, String answer) {
        assertThat(judge(List.of(submitted(question, answer), SHOP, BOSS)))
                .isEqualTo(new Refused(ANSWER_IN_QUESTION, "answers[0].answer"));
    }

    @Test
    void anAnswerMayBePartOfAnotherQuestion() {
        var answers = List.of(submitted("first-boss", "Hiding Place"), PLACE, SHOP);

        assertThat(judge(answers)).isEqualTo(accepted(answers));
    }

    /** Between preparation and decision a tenant may approve other questions and word its own anew. */
    @Test
    @Tag("SPEC-2.5a")
    @Tag("SPEC-1.4.questionList.approved")
    void goesByTheListInForceWhenItIsDecided() {
        var prepared = prepare(List.of(PLACE, SHOP, submitted("custom-badge", "dunkelbunt")));
        var reworded = new CustomQuestion(BADGE.id(), "War er dunkelbunt?");

        assertThat(Answers.judge(prepared, APPROVED, 3)).isInstanceOf(Accepted.class);
        assertThat(Answers.judge(prepared, new QuestionList(PredefinedQuestions.IDS, List.of(reworded)), 3))
                .isEqualTo(new Refused(ANSWER_IN_QUESTION, "answers[2].answer"));
        assertThat(Answers.judge(prepared, QuestionList.PREDEFINED, 3))
                .isEqualTo(new Refused(QUESTION_NOT_OFFERED, "answers[2].questionId"));
        assertThat(Answers.judge(prepared, APPROVED, 4)).isEqualTo(new Refused(TOO_FEW_ANSWERS, "answers"));
    }

    @Test
    void whatIsKeptMatchesTheAnswerHoweverItIsTyped() {
        var hasher = new FakeHasher();
        var kept = new SecurityAnswers(accepted(List.of(PLACE, SHOP, BOSS)).answers(), Instant.EPOCH);
        var stairs = read("UNDER THE\u3000STAIRS");

        assertThat(kept.matches(ACCOUNT, new QuestionId("hiding-place"), stairs, hasher))
                .isTrue();
        assertThat(kept.matches(ACCOUNT, new QuestionId("sweet-shop"), stairs, hasher))
                .isFalse();
        assertThat(kept.matches(ACCOUNT, new QuestionId("school-trip"), stairs, hasher))
                .isFalse();
    }

    private static Judgement judge(List<SubmittedAnswer> answers) {
        return Answers.judge(prepare(answers), APPROVED, 3);
    }

    private static PreparedAnswers prepare(List<SubmittedAnswer> answers) {
        return new AnswerPreparation(new FakeHasher()).prepare(ACCOUNT, COMMAND, answers);
    }

    private static Accepted accepted(List<SubmittedAnswer> answers) {
        return new Accepted(answers.stream().map(AnswersTest::registered).toList());
    }

    private static RegisteredAnswer registered(SubmittedAnswer submitted) {
        var question = new QuestionId(submitted.questionId());
        var answer = read(((Opened.Readable) submitted.answer()).value());
        return new RegisteredAnswer(
                question, new FakeHasher().hash(answer, new AnswerBinding(ACCOUNT, question), COMMAND));
    }

    private static Answer read(String text) {
        return ((Answer.Reading.Usable) Answer.read(new Opened.Readable(text))).answer();
    }

    private static Case third(SubmittedAnswer answer, AnswerFault fault, String field) {
        return new Case(List.of(PLACE, SHOP, answer, BOSS), new Refused(fault, field));
    }

    private static SubmittedAnswer submitted(String question, String answer) {
        return new SubmittedAnswer(question, new Opened.Readable(answer));
    }

    private static SubmittedAnswer unreadable(String question) {
        return new SubmittedAnswer(question, new Opened.Unreadable());
    }
}
