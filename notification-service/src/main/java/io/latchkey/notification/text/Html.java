package io.latchkey.notification.text;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import org.springframework.web.util.HtmlUtils;

/**
 * Makes the HTML part of a mail from its plain text, so that a language needs one text only and both parts say the same.
 *
 * @param language of the text
 * @param emphasised the paragraph that is shown large
 */
record Html(String language, String emphasised) {

    String of(String title, String body, String footer) {
        var paragraphs = Arrays.stream(body.split("\n\n")).map(this::paragraph).collect(joining("\n"));
        return """
                <!DOCTYPE html>
                <html lang="%s">
                <head><meta charset="UTF-8"><title>%s</title></head>
                <body style="font-family:sans-serif;max-width:36em">
                %s
                <hr>
                <p style="color:#666;font-size:small">%s</p>
                </body>
                </html>
                """.formatted(language, escaped(title), paragraphs, escaped(footer));
    }

    private String paragraph(String text) {
        return text.equals(emphasised)
                ? "<p style=\"font-size:2em;letter-spacing:.1em\"><strong>" + escaped(text) + "</strong></p>"
                : "<p>" + escaped(text) + "</p>";
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
