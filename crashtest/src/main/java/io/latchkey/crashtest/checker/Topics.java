package io.latchkey.crashtest.checker;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** The catalogue as docs/topics.md gives it, without the prefix. */
final class Topics {

    static final String REGISTRATION_COMMANDS = "registration.commands.v1";
    static final String ADMIN_COMMANDS = "admin.commands.v1";
    static final String TICKS = "registration.ticks.v1";
    static final String REGISTRATION_EVENTS = "registration.events.v1";
    static final String VERIFICATION_COMMANDS = "verification.commands.v1";
    static final String CODES = "verification.codes.v1";
    static final String VERIFICATION_EVENTS = "verification.events.v1";
    static final String NOTIFICATION_EVENTS = "notification.events.v1";
    static final String DEAD_LETTERS = ".dlt";

    static final Set<String> COMMANDS = Set.of(REGISTRATION_COMMANDS, ADMIN_COMMANDS, VERIFICATION_COMMANDS);

    /** By service. What operators redrive is an input, too, and stays empty here. */
    static final Map<String, List<String>> INPUTS = Map.of(
            "registration", List.of(REGISTRATION_COMMANDS, ADMIN_COMMANDS, TICKS, VERIFICATION_EVENTS),
            "verification", List.of(VERIFICATION_COMMANDS, REGISTRATION_EVENTS),
            "notification", List.of(CODES, VERIFICATION_EVENTS, REGISTRATION_EVENTS));

    /** Under which each service keeps its watermark. */
    static final Map<String, String> COLLECTIONS =
            Map.of("registration", "registrations", "verification", "verifications", "notification", "notifications");

    private Topics() {}
}
