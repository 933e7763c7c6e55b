package io.latchkey.bench.report;

import java.util.Locale;

/** A picture of its own: no script, no style sheet, no font but the reader's, and a white ground on any page. */
final class Svg {

    static final int WIDTH = 900;
    static final int HEIGHT = 480;
    static final String INK = "#222222";
    static final String FAINT = "#dddddd";

    enum Anchor {
        START,
        MIDDLE,
        END
    }

    private final StringBuilder svg = new StringBuilder();

    Svg(String title) {
        add(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" width=\"%1$d\" height=\"%2$d\""
                        + " viewBox=\"0 0 %1$d %2$d\" font-family=\"sans-serif\">",
                WIDTH, HEIGHT);
        add("<title>%s</title>", Text.escaped(title));
        add("<rect width=\"%d\" height=\"%d\" fill=\"#ffffff\"/>", WIDTH, HEIGHT);
    }

    void frame(Plot plot) {
        add(
                "<rect class=\"plot\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"none\" stroke=\"#888888\"/>",
                plot.left(), plot.top(), plot.width(), plot.height());
    }

    void rectangle(String kind, double x, double y, double width, double height, String colour) {
        add(
                "<rect class=\"%s\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"%s\"/>",
                kind, x, y, width, height, colour);
    }

    void line(String kind, double x1, double y1, double x2, double y2, String colour) {
        add(
                "<line class=\"%s\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\"/>",
                kind, x1, y1, x2, y2, colour);
    }

    /** A piece of a series, for the legend. */
    void example(double left, double middle, double right, Look look) {
        add(
                "<path d=\"M%.1f %.1fH%.1f\" stroke=\"%s\" stroke-width=\"2\" stroke-dasharray=\"%s\"/>",
                left, middle, right, look.colour(), look.dashes());
        add(
                "<path transform=\"translate(%.1f %.1f)\" d=\"%s\" fill=\"%s\" stroke=\"#ffffff\"/>",
                (left + right) / 2, middle, look.shape(), look.colour());
    }

    void polyline(String points, Look look) {
        add(
                "<polyline class=\"series\" points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\""
                        + " stroke-dasharray=\"%s\"/>",
                points, look.colour(), look.dashes());
    }

    void marker(double x, double y, Look look, String tip) {
        add(
                "<path class=\"marker\" transform=\"translate(%.1f %.1f)\" d=\"%s\" fill=\"%s\" stroke=\"#ffffff\">"
                        + "<title>%s</title></path>",
                x, y, look.shape(), look.colour(), Text.escaped(tip));
    }

    void text(double x, double y, int size, Anchor anchor, String text) {
        add(
                "<text x=\"%.1f\" y=\"%.1f\" font-size=\"%d\" text-anchor=\"%s\" fill=\"%s\">%s</text>",
                x, y, size, anchor(anchor), INK, Text.escaped(text));
    }

    /** Read from below. */
    void upright(double x, double y, int size, Anchor anchor, String text) {
        add(
                "<text transform=\"translate(%.1f %.1f) rotate(-90)\" font-size=\"%d\" text-anchor=\"%s\" fill=\"%s\">%s</text>",
                x, y, size, anchor(anchor), INK, Text.escaped(text));
    }

    String end() {
        add("</svg>");
        return svg.toString();
    }

    private static String anchor(Anchor anchor) {
        return anchor.name().toLowerCase(Locale.ROOT);
    }

    private void add(String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
