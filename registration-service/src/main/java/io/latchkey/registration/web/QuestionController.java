package io.latchkey.registration.web;

import io.latchkey.registration.policy.Policies;
import io.latchkey.registration.question.Question;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The questions that a tenant's administrators approved. */
@RestController
class QuestionController {

    private static final int MAX_TAG = 35;

    private final Policies policies;

    QuestionController(Policies policies) {
        this.policies = policies;
    }

    /**
     * What a person is shown.
     *
     * @param toRegister how many must be answered
     * @param toReset how many of these a reset asks
     */
    record QuestionsView(int toRegister, int toReset, List<QuestionView> questions) {}

    /** @param text in the nearest language there is; a tenant's own in the one that it was written in */
    record QuestionView(String questionId, String text) {

        static QuestionView of(Question question) {
            return new QuestionView(question.id().value(), question.text());
        }
    }

    @GetMapping(Routes.QUESTIONS)
    QuestionsView questions(@PathVariable String tenantId, @RequestParam(defaultValue = "en") String locale) {
        var rules = policies.of(tenantId).policy().questions();
        var questions = rules.approved().questions(wellFormed(locale));
        return new QuestionsView(
                rules.toRegister(),
                rules.toReset(),
                questions.stream().map(QuestionView::of).toList());
    }

    private static String wellFormed(String locale) {
        try {
            if (locale.length() <= MAX_TAG) {
                return new Locale.Builder().setLanguageTag(locale).build().toLanguageTag();
            }
        } catch (IllformedLocaleException _) {
            // Told below.
        }
        throw ProblemException.parameter("locale", "a BCP 47 language tag such as de-CH, of at most 35 characters");
    }
}
