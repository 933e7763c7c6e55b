package io.latchkey.registration.policy;

import io.latchkey.registration.question.CustomQuestion;
import io.latchkey.registration.question.QuestionId;
import io.latchkey.registration.question.QuestionList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which questions there are, and how many it takes.
 *
 * @param toRegister 3 to 5
 * @param toReset 3 to 5, not more than are registered
 * @param predefined ids that administrators approve; null for all
 * @param custom the tenant's own, at most 20
 */
public record QuestionRules(
        int toRegister, int toReset, @Nullable Set<String> predefined, List<Custom> custom) {

    static final QuestionRules DEFAULT = new QuestionRules(5, 3, null, List.of());

    public QuestionRules {
        predefined = predefined == null ? null : Set.copyOf(predefined);
        custom = List.copyOf(custom);
    }

    /** All that are offered, the predefined ones first. */
    public QuestionList approved() {
        return new QuestionList(
                QuestionList.PREDEFINED.predefined().stream()
                        .filter(id -> predefined == null || predefined.contains(id.value()))
                        .toList(),
                custom.stream()
                        .map(question -> new CustomQuestion(new QuestionId(question.id()), question.text()))
                        .toList());
    }

    /** @param text 3 to 200 characters, in the tenant's language */
    public record Custom(String id, String text) {}
}
