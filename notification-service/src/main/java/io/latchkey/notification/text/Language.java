package io.latchkey.notification.text;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The texts of one language. */
final class Language {

    private static final String FILES = "io.latchkey.notification.text.messages";
    private static final Control NEVER_THE_MACHINES_OWN = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);
    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");

    private final ResourceBundle texts;

    private Language(ResourceBundle texts) {
        this.texts = texts;
    }

    /** The nearest language there is, English in the end; also for what is no language tag at all. */
    static Language nearest(String tag) {
        return new Language(ResourceBundle.getBundle(FILES, Locale.forLanguageTag(tag), NEVER_THE_MACHINES_OWN));
    }

    String tag() {
        return texts.getString("language");
    }

    /** In UTC, since nobody here knows where the person is. */
    String day(Instant day) {
        return DateTimeFormatter.ofPattern(texts.getString("date"), Locale.ENGLISH)
                .withZone(ZoneOffset.UTC)
                .format(day);
    }

    /** In one pass: what a value says is never filled in itself. */
    String text(String key, Map<String, String> named) {
        return PLACE.matcher(texts.getString(key))
                .replaceAll(place -> Matcher.quoteReplacement(named.getOrDefault(place.group(1), place.group())));
    }
}
