package io.latchkey.notification.text;

import io.latchkey.notification.delivery.Content;
import io.latchkey.notification.delivery.Message;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What is said, in no language yet.
 *
 * @param template names the texts in each language's file
 * @param named what is filled in
 */
public record Values(String template, Map<String, String> named) {

    private static final String DIGITS = "digits";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    public Values {
        named = Map.copyOf(named);
    }

    /** The time and lifetime come from the message, not from a clock: sent again, it reads the same. */
    public static Values ofCode(Content.Code code, String digits, Message message) {
        var lifetime = Duration.between(code.requestedAt(), message.expiresAt());
        return new Values(
                "code",
                Map.of(
                        DIGITS,
                        digits,
                        "number",
                        Integer.toString(code.number()),
                        "time",
                        TIME.format(code.requestedAt()),
                        "minutes",
                        Long.toString(lifetime.toMinutes())));
    }

    public static Values ofChange(Content.MethodChanged changed) {
        var suffix = changed.replaced() ? "-replaced" : "-added";
        var template = switch (changed.kind()) {
            case PHONE -> "phone" + suffix;
            case EMAIL -> "email" + suffix;
            case OTHER -> "method-changed";
        };
        return new Values(template, Map.of("mask", changed.mask()));
    }

    public static Values ofReminder() {
        return new Values("reminder", Map.of());
    }

    Optional<String> digits() {
        return Optional.ofNullable(named.get(DIGITS));
    }

    /** Shows nothing personal. */
    @Override
    public String toString() {
        return "Values[" + template + "]";
    }
}
