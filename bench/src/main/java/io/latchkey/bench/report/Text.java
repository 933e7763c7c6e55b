package io.latchkey.bench.report;

import java.util.ArrayList;
import java.util.List;

/** Text of a picture. Its width is estimated, on the wide side, for no font is known before it is shown. */
final class Text {

    private static final double WIDTH_OF_LETTER = 0.64;
    private static final int REPLACEMENT = 0xFFFD;

    private Text() {}

    static double width(String text, int size) {
        return text.codePointCount(0, text.length()) * size * WIDTH_OF_LETTER;
    }

    /** Cut, and marked as cut, where it is wider than that. */
    static String fit(String text, int size, double width) {
        int room = Math.max(1, (int) (width / (size * WIDTH_OF_LETTER)));
        if (text.codePointCount(0, text.length()) <= room) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, room - 1)).stripTrailing() + "…";
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
