package io.latchkey.notification.text;

import io.latchkey.messaging.decision.AggregateKey;
import io.latchkey.notification.delivery.Content;
import io.latchkey.notification.delivery.Content.Change;
import io.latchkey.notification.delivery.Message;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What is said, in no language yet.
 *
 * @param template names the texts in each language's file
 * @param named what is filled in
 * @param phrases what is filled in from the language's file, by key
 * @param days what is filled in as a date
 */
public record Values(
        String template, Map<String, String> named, Map<String, String> phrases, Map<String, Instant> days) {

    private static final String DIGITS = "digits";
    private static final String ANY = "method-changed";
    private static final int REMINDERS = 3;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private static final DateTimeFormatter DATE_AND_TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    public Values {
        named = Map.copyOf(named);
        phrases = Map.copyOf(phrases);
        days = Map.copyOf(days);
    }

    Values(String template, Map<String, String> named) {
        this(template, named, Map.of());
    }

    private Values(String template, Map<String, String> named, Map<String, String> phrases) {
        this(template, named, phrases, Map.of());
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

    public static Values ofNotice(Content.Notice notice) {
        var named = new HashMap<String, String>();
        if (notice.mask() != null) {
            named.put("mask", notice.mask());
        }
        var actor = word(notice.by());
        return new Values(template(notice), named, Map.of("by", "by." + actor, "hint", "hint." + actor));
    }

    /** Of what is unknown or makes no sense only that something has changed is said. */
    private static String template(Content.Notice notice) {
        return switch (notice.change()) {
            case REREGISTRATION -> "reregistration";
            case ERASED -> "erased";
            case ADDED, REPLACED, PREPOPULATED, REMOVED ->
                switch (notice.kind()) {
                    case PHONE, EMAIL -> notice.mask() == null ? unmasked(notice) : ofMethod(notice);
                    case QUESTIONS -> notice.change() == Change.PREPOPULATED ? ANY : ofMethod(notice);
                    case OTHER -> ANY;
                };
        };
    }

    private static String unmasked(Content.Notice notice) {
        return notice.change() == Change.REMOVED ? ofMethod(notice) : ANY;
    }

    private static String ofMethod(Content.Notice notice) {
        return word(notice.kind()) + "-" + word(notice.change()) + (notice.here() ? "-here" : "");
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** @param name the person's; empty where it is not known. What somebody else chose becomes one short line */
    public static Values ofHelp(Content.HelpWanted help, AggregateKey account, String name) {
        var named = new HashMap<String, String>();
        named.put("user", Line.of(account.userId()));
        named.put("tenant", Line.of(account.tenantId()));
        named.put("time", DATE_AND_TIME.format(help.askedAt()));
        var phrases = new HashMap<String, String>();
        phrases.put("page", "help.page." + word(help.page()));
        phrases.put("why", "help.why." + word(help.why()));
        var line = Line.of(name);
        if (line.isEmpty()) {
            phrases.put("name", "help.nameless");
        } else {
            named.put("name", line);
        }
        return new Values("help", named, phrases);
    }

    /** More urgent with each; there are words for three. */
    public static Values ofReminder(Content.ReconfirmReminder reminder) {
        var template = "reminder-" + Math.clamp(reminder.number(), 1, REMINDERS);
        return new Values(template, Map.of(), Map.of(), Map.of("since", reminder.dueAt()));
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
