package io.latchkey.infrastructure.inbox;

import io.latchkey.infrastructure.inbox.Message.Kind;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The latest messages, the oldest forgotten first. */
public final class Inbox {

    private static final int CAPACITY = 5_000;

    private final Clock clock;
    private final int capacity;
    private final SortedMap<Long, Message> messages = new TreeMap<>(Comparator.reverseOrder());
    private long count;

    public Inbox(Clock clock) {
        this(clock, CAPACITY);
    }

    Inbox(Clock clock, int capacity) {
        this.clock = clock;
        this.capacity = capacity;
    }

    /** Newest first. */
    public synchronized List<Message> messages() {
        return List.copyOf(messages.values());
    }

    /** Newest first. A number is also found without its plus, which a URL turns into a space. */
    public List<Message> messagesTo(String recipient) {
        String wanted = recipient.strip();
        return messages().stream()
                .filter(message ->
                        message.to().equalsIgnoreCase(wanted) || message.to().equals("+" + wanted))
                .toList();
    }

    /**
     * Where a text message or a call goes to.
     *
     * @param extension empty without one
     */
    record Number(String to, String extension) {}

    /** @return the message that the idempotency key stands for, or nothing where that is a different one */
    synchronized Optional<Message> take(Kind kind, String idempotencyKey, Number number, String text) {
        return Optional.of(find(kind, idempotencyKey)
                        .map(Message::again)
                        .orElseGet(() -> next(kind, number, "", text, null, idempotencyKey)))
                .filter(message -> message.to().equals(number.to())
                        && message.extension().equals(number.extension())
                        && message.text().equals(text))
                .map(this::put);
    }

    synchronized void takeMail(String to, String subject, MailText body, String messageId) {
        put(next(Kind.EMAIL, new Number(to, ""), subject, body.plain(), body.html(), messageId));
    }

    private Optional<Message> find(Kind kind, String idempotencyKey) {
        return messages.values().stream()
                .filter(message -> message.kind() == kind && message.reference().equals(idempotencyKey))
                .findFirst();
    }

    private Message next(
            Kind kind, Number number, String subject, String text, @Nullable String html, String reference) {
        return new Message(
                ++count, kind, clock.instant(), number.to(), number.extension(), subject, text, html, reference, 1);
    }

    private Message put(Message message) {
        messages.put(message.number(), message);
        if (messages.size() > capacity) {
            messages.remove(messages.lastKey());
        }
        return message;
    }
}
