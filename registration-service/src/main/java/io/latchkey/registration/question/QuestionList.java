package io.latchkey.registration.question;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The questions that a tenant's administrators approved, in the order in which they are offered.
 *
 * @param predefined some of {@link #PREDEFINED}
 * @param custom at most 20
 */
public record QuestionList(List<QuestionId> predefined, List<CustomQuestion> custom) {

    public static final int MAX_CUSTOM = 20;

    /** What a tenant has that approved nothing else. */
    public static final QuestionList PREDEFINED = new QuestionList(PredefinedQuestions.IDS, List.of());

    public QuestionList {
        predefined = List.copyOf(predefined);
        custom = List.copyOf(custom);
        if (!PredefinedQuestions.IDS.containsAll(predefined)
                || custom.size() > MAX_CUSTOM
                || repeats(predefined, custom)) {
            throw new IllegalArgumentException("a question is unknown or repeated, or more than 20 are custom");
        }
    }

    private static boolean repeats(List<QuestionId> predefined, List<CustomQuestion> custom) {
        var ids = new HashSet<QuestionId>();
        return !Stream.concat(predefined.stream(), custom.stream().map(CustomQuestion::id))
                .allMatch(ids::add);
    }

    /** Whether every tenant has a question of this id to approve. */
    public static boolean isPredefined(QuestionId id) {
        return PredefinedQuestions.IDS.contains(id);
    }

    public int size() {
        return predefined.size() + custom.size();
    }

    public boolean offers(QuestionId id) {
        return predefined.contains(id) || customText(id).isPresent();
    }

    /** As {@code locale}, a BCP 47 tag, has it; a custom question is worded in one language only. Empty if not offered. */
    public Optional<String> text(QuestionId id, String locale) {
        return predefined.contains(id) ? Optional.of(PredefinedQuestions.text(id, locale)) : customText(id);
    }

    /** All of them, as {@link #text} words them. */
    public List<Question> questions(String locale) {
        return Stream.concat(
                        predefined.stream().map(id -> new Question(id, PredefinedQuestions.text(id, locale))),
                        custom.stream().map(question -> new Question(question.id(), question.text())))
                .toList();
    }

    /** In all languages in which it may have been read. */
    List<String> texts(QuestionId id) {
        return predefined.contains(id)
                ? PredefinedQuestions.texts(id)
                : customText(id).stream().toList();
    }

    private Optional<String> customText(QuestionId id) {
        return custom.stream()
                .filter(question -> question.id().equals(id))
                .map(CustomQuestion::text)
                .findFirst();
    }
}
