package io.latchkey.registration.question;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.stream.Stream;

/**
 * The questions that every tenant has, worded in one file per language. They ask for what is remembered for life, has many
 * possible answers, and stands in no register and hardly on a social network: no names of relatives, no places or dates of
 * birth, no pets (the examples of NIST SP 800-63B-4 for what not to ask).
 */
final class PredefinedQuestions {

    /** In the order in which they are offered; an id is never given to another question. */
    static final List<QuestionId> IDS = Stream.of(
                    "plush-toy",
                    "hiding-place",
                    "sweet-shop",
                    "broken-thing",
                    "liked-neighbour",
                    "school-friend-nickname",
                    "disliked-teacher",
                    "school-trip",
                    "first-prize",
                    "reread-book",
                    "teenage-song",
                    "first-concert",
                    "first-saving",
                    "first-journey-alone",
                    "first-boss",
                    "disliked-task")
            .map(QuestionId::new)
            .toList();

    private static final String FILES = "io.latchkey.registration.question.questions";
    private static final Control NEVER_THE_MACHINES_OWN = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);
    private static final List<String> LANGUAGES = List.of("en", "de", "zh");

    private PredefinedQuestions() {}

    /** In the nearest language there is, English in the end; also for what is no language tag at all. */
    static String text(QuestionId id, String locale) {
        return texts(locale).getString(id.value());
    }

    /** In all languages. */
    static List<String> texts(QuestionId id) {
        return LANGUAGES.stream().map(language -> text(id, language)).toList();
    }

    private static ResourceBundle texts(String locale) {
        return ResourceBundle.getBundle(FILES, Locale.forLanguageTag(locale), NEVER_THE_MACHINES_OWN);
    }
}
