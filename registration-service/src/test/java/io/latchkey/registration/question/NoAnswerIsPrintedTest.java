package io.latchkey.registration.question;

import static io.latchkey.registration.question.FakeHasher.ACCOUNT;
import static io.latchkey.registration.question.FakeHasher.COMMAND;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.messaging.decision.Opened;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever ends in a log, a test report or an error prints no answer, and no hash of one. */
class NoAnswerIsPrintedTest {

    private static final String TYPED = "Under the Stairs";
    private static final String NORMALISED = "under the stairs";

    static Stream<Object> everything() {
        var submitted = new SubmittedAnswer("hiding-place", new Opened.Readable(TYPED));
        var prepared = new AnswerPreparation(new FakeHasher()).prepare(ACCOUNT, COMMAND, List.of(submitted));
        var judgement = Answers.judge(prepared, QuestionList.PREDEFINED, 1);
        var kept = ((Judgement.Accepted) judgement).answers();
        return Stream.of(
                submitted,
                Answer.read(submitted.answer()),
                prepared,
                judgement,
                kept.getFirst().hash(),
                new SecurityAnswers(kept, Instant.EPOCH));
    }

    @ParameterizedTest
    @MethodSource("everything")
    @Tag("SPEC-2.5i")
    void inAnyForm(Object value) {
        assertThat(value.toString())
                .contains("•••")
                .doesNotContainIgnoringCase(NORMALISED)
                .doesNotContain(COMMAND.toString());
    }
}
