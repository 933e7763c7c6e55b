package io.latchkey.bench.report;

import java.util.ArrayList;
import java.util.List;

/** Text of a picture. Its width is estimated, on the wide side, for no font is known before it is shown. */
final class Text {

    private static final String CUT = "…";
    private static final String WIDE = "mwMW@%" + CUT;
    private static final int LAST_OF_NARROW_SCRIPTS = 0x2E7F;
    private static final int REPLACEMENT = 0xFFFD;

    private Text() {}

    static double width(String text, int size) {
        return size * text.codePoints().mapToDouble(Text::width).sum();
    }

    /** Cut, and marked as cut, where it is wider than that. */
    static String fit(String text, int size, double width) {
        if (width(text, size) <= width) {
            return text;
        }
        int end = text.length();
        while (end > 0 && width(text.substring(0, end) + CUT, size) > width) {
            end = text.offsetByCodePoints(end, -1);
        }
        return text.substring(0, end).stripTrailing() + CUT;
    }

    /** In heights of the font. */
    private static double width(int character) {
        if (WIDE.indexOf(character) >= 0 || character > LAST_OF_NARROW_SCRIPTS) {
            return 1;
        }
        return Character.isUpperCase(character) ? 0.75 : 0.64;
    }

    /** Two lines at most, parted between words. */
    static List<String> lines(String text, int size, double width) {
        var lines = new ArrayList<String>();
        for (var word : text.strip().split("\\s+", -1)) {
            var longer = lines.isEmpty() ? word : lines.getLast() + " " + word;
            if (lines.size() == 2 || !lines.isEmpty() && width(longer, size) <= width) {
                lines.set(lines.size() - 1, longer);
            } else {
                lines.add(word);
            }
        }
        return lines.stream().map(line -> fit(line, size, width)).toList();
    }

    /** For XML's text and attributes; characters that XML cannot hold are replaced. */
    static String escaped(String text) {
        var escaped = new StringBuilder();
        text.codePoints().forEach(character -> append(character, escaped));
        return escaped.toString();
    }

    private static void append(int character, StringBuilder escaped) {
        switch (character) {
            case '&' -> escaped.append("&amp;");
            case '<' -> escaped.append("&lt;");
            case '>' -> escaped.append("&gt;");
            case '"' -> escaped.append("&quot;");
            case '\'' -> escaped.append("&#39;");
            default -> escaped.appendCodePoint(ofXml(character) ? character : REPLACEMENT);
        }
    }

    /** XML 1.0, production 2 (Char). */
    private static boolean ofXml(int character) {
        return character == '\t'
                || character == '\n'
                || character == '\r'
                || character >= 0x20 && character <= 0xD7FF
                || character >= 0xE000 && character <= 0xFFFD
                || character >= 0x10000;
    }
}
