package io.latchkey.crashtest.load;

import io.latchkey.infrastructure.inbox.Inbox;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What came by mail, known by the notification's id in its Message-ID. */
public record Mailbox(Inbox inbox) {

    private static final Pattern CODE = Pattern.compile("(?<![0-9])[0-9]{10}(?![0-9])");

    Optional<String> code(String notification) {
        return inbox.messages().stream()
                .filter(mail -> mail.reference().startsWith("<" + notification + "@"))
                .flatMap(mail -> CODE.matcher(mail.text()).results().map(MatchResult::group))
                .findFirst();
    }

    public List<String> codes() {
        return inbox.messages().stream()
                .flatMap(mail -> CODE.matcher(mail.text()).results().map(MatchResult::group))
                .distinct()
                .toList();
    }

    public int mails() {
        return inbox.messages().size();
    }
}
