package io.latchkey.crashtest.load;

import io.latchkey.crashtest.checker.Call;
import io.latchkey.crashtest.checker.Digest;
import io.latchkey.infrastructure.inbox.Inbox;
import io.latchkey.infrastructure.inbox.Message;
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

    /** Each mail is a call that was accepted. */
    public List<Call> calls() {
        return inbox.messages().stream().map(Mailbox::call).toList();
    }

    private static Call call(Message mail) {
        var notification = mail.reference().substring(1, mail.reference().indexOf('@'));
        var content = Digest.of(mail.to() + "\n" + mail.subject() + "\n" + mail.text());
        return new Call(notification, mail.receivedAt(), Call.Answer.ACCEPTED, content);
    }
}
