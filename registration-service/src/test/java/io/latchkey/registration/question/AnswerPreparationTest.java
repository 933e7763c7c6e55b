package io.latchkey.registration.question;

import static io.latchkey.registration.question.FakeHasher.ACCOUNT;
import static io.latchkey.registration.question.FakeHasher.COMMAND;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.messaging.decision.Opened;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class AnswerPreparationTest {

    private static final QuestionId HIDING_PLACE = new QuestionId("hiding-place");
    private static final QuestionId BADGE = new QuestionId("custom-badge");

    private final FakeHasher hasher = new FakeHasher();
    private final AnswerPreparation preparation = new AnswerPreparation(hasher);

    @Test
    @Tag("SPEC-2.5e")
    void hashesEachAnswerForItsQuestionWhetherItIsOfferedOrNot() {
        var prepared =
                prepare(submitted("hiding-place", "Under the  Stairs"), submitted("custom-badge", "ultramarine"));

        assertThat(prepared)
                .isEqualTo(new PreparedAnswers(
                        List.of("hiding-place", "custom-badge"),
                        List.of(hashed(HIDING_PLACE, "under the stairs"), hashed(BADGE, "ultramarine"))));
    }

    @Test
    void againGivesAnEqualResult() {
        var answers = new SubmittedAnswer[] {submitted("hiding-place", "under the stairs"), submitted("?", "ab")};

        assertThat(prepare(answers)).isEqualTo(prepare(answers));
    }

    @Test
    void hashesNothingThatCannotBeAnAnswer() {
        var prepared = prepare(
                submitted("hiding-place", "ab"),
                new SubmittedAnswer("custom-badge", new Opened.Unreadable()),
                submitted("No Question", "under the stairs"));

        assertThat(prepared.answers())
                .containsExactly(
                        new PreparedAnswer.Faulty(HIDING_PLACE, AnswerFault.ANSWER_TOO_SHORT),
                        new PreparedAnswer.Faulty(BADGE, AnswerFault.UNREADABLE_FIELD),
                        new PreparedAnswer.Unasked());
        assertThat(hasher.calls()).isZero();
    }

    @Test
    void hashesTenAnswersAndNoneWhereThereAreMore() {
        var one = submitted("hiding-place", "under the stairs");

        assertThat(prepare(Collections.nCopies(10, one).toArray(SubmittedAnswer[]::new))
                        .answers())
                .hasSize(10);
        assertThat(hasher.calls()).isEqualTo(10);

        var tooMany = prepare(Collections.nCopies(11, one).toArray(SubmittedAnswer[]::new));
        assertThat(tooMany).isEqualTo(new PreparedAnswers(Collections.nCopies(11, "hiding-place"), List.of()));
        assertThat(hasher.calls()).isEqualTo(10);
    }

    private PreparedAnswers prepare(SubmittedAnswer... answers) {
        return preparation.prepare(ACCOUNT, COMMAND, List.of(answers));
    }

    private static SubmittedAnswer submitted(String question, String answer) {
        return new SubmittedAnswer(question, new Opened.Readable(answer));
    }

    private static PreparedAnswer hashed(QuestionId question, String normalised) {
        var answer = new Answer(normalised);
        var hash = new FakeHasher().hash(answer, new AnswerBinding(ACCOUNT, question), COMMAND);
        return new PreparedAnswer.Hashed(question, answer, hash);
    }
}
