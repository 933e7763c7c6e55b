package io.latchkey.infrastructure.inbox;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;

/** The inbox for people. Nothing of a message becomes markup: of a mail, the plain part is shown. */
final class InboxPage {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private static final String PAGE = """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width">
            <title>Latchkey inbox</title>
            <style>
            body { font: 16px/1.5 system-ui, sans-serif; max-width: 48rem; margin: 2rem auto; padding: 0 1rem; color: #222; background: #fff; }
            article { border-top: 1px solid #bbb; padding: .75rem 0; }
            header { color: #555; overflow-wrap: anywhere; }
            pre { font: inherit; white-space: pre-wrap; overflow-wrap: anywhere; margin: .25rem 0 0; }
            @media (prefers-color-scheme: dark) { body { color: #ddd; background: #181818; } header { color: #aaa; } }
            </style>
            </head>
            <body>
            <h1>Inbox</h1>
            <form action="/inbox">
            <label>Recipient <input name="to" value="%s"></label> <button>Show</button> <a href="/inbox">All</a>
            </form>
            <p>%s</p>
            %s</body>
            </html>
            """;

    private static final String MESSAGE = """
            <article>
            <header>%d · %s · %s · to %s%s%s</header>
            %s<pre>%s</pre>
            </article>
            """;

    private InboxPage() {}

    static String of(List<Message> messages, String recipient) {
        return PAGE.formatted(
                escaped(recipient),
                messages.isEmpty() ? "No messages." : messages.size() + " messages, newest first.",
                messages.stream().map(InboxPage::article).collect(Collectors.joining()));
    }

    private static String article(Message message) {
        return MESSAGE.formatted(
                message.number(),
                message.kind(),
                time(message.receivedAt()),
                escaped(message.to()),
                message.extension().isEmpty() ? "" : " ext. " + escaped(message.extension()),
                message.copies() == 1 ? "" : " · handed in " + message.copies() + " times",
                message.subject().isEmpty() ? "" : "<strong>" + escaped(message.subject()) + "</strong>\n",
                escaped(message.text()));
    }

    private static String time(Instant instant) {
        return TIME.format(instant.atZone(ZoneId.systemDefault()));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
