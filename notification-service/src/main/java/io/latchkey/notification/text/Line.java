package io.latchkey.notification.text;

import java.util.regex.Pattern;

/** A text that somebody else chose, as part of one line of ours. */
final class Line {

    private static final int LONGEST = 200;

    /** Controls and line ends, and what turns the direction of the text around it (UTS 55). */
    private static final Pattern UNRULY = Pattern.compile(
            "[\\p{Cc}\\p{Zl}\\p{Zp}\\x{61c}\\x{200e}\\x{200f}\\x{202a}-\\x{202e}\\x{2066}-\\x{2069}\\p{Cs}\\s]+");

    private Line() {}

    static String of(String text) {
        var line = UNRULY.matcher(text).replaceAll(" ").strip();
        return line.codePointCount(0, line.length()) <= LONGEST
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST)) + "…";
    }
}
