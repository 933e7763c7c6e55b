package io.latchkey.registration.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.registration.question.CustomQuestion;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;

class CustomQuestionsTest {

    @Property
    @Tag("SPEC-1.4.questionList.custom")
    void whateverAPolicyMayHoldCanBeAsked(@ForAll("questions") QuestionRules.Custom custom) {
        if (Draft.check(draft -> draft.custom = List.of(custom)) instanceof PolicyCheck.Result.Accepted(var policy)) {
            var accepted = policy.questions().custom().getFirst();
            assertThat(CustomQuestion.of(accepted.id(), accepted.text())).hasValueSatisfying(question -> {
                assertThat(question.id().value()).isEqualTo(accepted.id());
                assertThat(question.text()).isEqualTo(accepted.text());
            });
        }
    }

    @Provide
    static Arbitrary<QuestionRules.Custom> questions() {
        var id = Arbitraries.strings().withChars("ab1-").ofMaxLength(5).map(end -> "custom-" + end);
        var text = Arbitraries.strings()
                .withChars("aä?\u0001\u2028\u200d \u00a0\ud83d\ude80\u0378")
                .ofMaxLength(6);
        return Combinators.combine(id, text).as(QuestionRules.Custom::new);
    }
}
