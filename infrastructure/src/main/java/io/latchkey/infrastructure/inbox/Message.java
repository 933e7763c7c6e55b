package io.latchkey.infrastructure.inbox;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A message as it arrived.
 *
 * @param number counts all messages since the start, from 1
 * @param extension that was dialled; empty without one
 * @param subject empty for what comes by phone
 * @param html null without an HTML part
 * @param reference the sender's: the idempotency key of what comes by phone, the Message-ID of a mail
 * @param copies how often it was handed in; a mail cannot be recognised
 */
public record Message(
        long number,
        Kind kind,
        Instant receivedAt,
        String to,
        String extension,
        String subject,
        String text,
        @Nullable String html,
        String reference,
        int copies) {

    public enum Kind {
        SMS,
        CALL,
        EMAIL
    }

    Message again() {
        return new Message(number, kind, receivedAt, to, extension, subject, text, html, reference, copies + 1);
    }

    /** What a provider gives back for it. */
    String id() {
        return "%s-%06d".formatted(kind, number).toLowerCase(Locale.ROOT);
    }

    /** Without what it says and to whom. */
    @Override
    public String toString() {
        return id();
    }
}
