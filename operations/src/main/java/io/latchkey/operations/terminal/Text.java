package io.latchkey.operations.terminal;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** What others wrote, fit for a terminal. */
public final class Text {

    private static final int LONGEST = 200;

    private Text() {}

    /** One line without control characters, at most 200 characters of it. */
    public static String of(String foreign) {
        var line = foreign.replaceAll("\\p{Cntrl}|\\p{Cf}", "?");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "… (" + line.length() + " characters)";
    }

    public static String of(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
