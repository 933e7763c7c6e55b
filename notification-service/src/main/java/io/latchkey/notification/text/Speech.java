package io.latchkey.notification.text;

import static java.util.stream.Collectors.joining;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Words values so that a machine reads them out right: figures one by one, and of a mask what it shows. */
record Speech(Language language) {

    private static final Pattern WHITE_SPACE = Pattern.compile("\\s+");
    private static final Pattern HIDDEN = Pattern.compile("[•@\\s]+");

    Map<String, String> spoken(Map<String, String> named) {
        var spoken = new HashMap<>(named);
        spoken.computeIfPresent("digits", (key, digits) -> oneByOne(digits));
        spoken.computeIfPresent("mask", (key, mask) -> mask(mask));
        return spoken;
    }

    /** Paragraphs are for eyes. */
    static String oneLine(String text) {
        return WHITE_SPACE.matcher(text).replaceAll(" ").strip();
    }

    private String oneByOne(String characters) {
        var pause = language.text("call.pause", Map.of());
        return characters.codePoints().mapToObj(Character::toString).collect(joining(pause));
    }

    /** Nothing where it shows nothing. */
    private String mask(String mask) {
        var shown = HIDDEN.matcher(mask).replaceAll("");
        var key = mask.contains("@") ? "call.email" : "call.phone";
        return shown.isEmpty() ? "" : language.text(key, Map.of("shown", oneByOne(shown)));
    }
}
