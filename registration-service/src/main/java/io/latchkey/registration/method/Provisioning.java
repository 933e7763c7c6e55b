package io.latchkey.registration.method;

import static io.latchkey.registration.method.Fields.firstOf;
import static io.latchkey.registration.method.Fields.personal;
import static io.latchkey.registration.method.Fields.require;
import static io.latchkey.registration.method.Fields.text;
import static io.latchkey.registration.method.Fields.texts;
import static java.util.Objects.requireNonNull;

import io.latchkey.messaging.decision.Decision;
import io.latchkey.messaging.decision.Opened;
import io.latchkey.registration.account.Account;
import io.latchkey.registration.account.Person;
import io.latchkey.registration.account.Personal;
import io.latchkey.registration.method.MethodCommand.ProvisionAccount;
import io.latchkey.registration.method.MethodOutcome.AccountProvisioned;
import io.latchkey.registration.method.MethodOutcome.CommandRejected;
import java.time.ZoneId;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How accounts come, change, and come again as another person's. */
final class Provisioning {

    private static final int MAX_ID_LENGTH = 128;
    private static final int MAX_GROUPS = 200;
    private static final int MAX_ADDRESS_LENGTH = 254;
    private static final int MAX_NAME_LENGTH = 256;
    private static final int MAX_TAG_LENGTH = 35; // what RFC 5646, 4.4.1 asks everybody to take
    private static final Pattern PHONE_NUMBER = Pattern.compile("\\+[0-9 ().-]+");
    private static final Set<String> REGIONS = Set.of(Locale.getISOCountries());
    private static final Set<String> TIME_ZONES = Set.copyOf(ZoneId.getAvailableZoneIds());

    private Provisioning() {}

    static Decision<Registration, MethodOutcome> decide(
            @Nullable Registration state, ProvisionAccount command, Case asked) {
        return fault(command)
                .or(() -> state == null ? personalId(command.key().userId()) : Optional.empty())
                .map(fault -> Decision.<Registration, MethodOutcome>of(state, fault))
                .orElseGet(() -> provisioned(state, command, asked));
    }

    private static Decision<Registration, MethodOutcome> provisioned(
            @Nullable Registration state, ProvisionAccount command, Case asked) {
        var next = asked.settled(next(state, command, asked));
        return Decision.of(next, new AccountProvisioned(next.account().generation(), next.enabled()));
    }

    private static Registration next(@Nullable Registration state, ProvisionAccount command, Case asked) {
        if (state == null) {
            return Registration.of(account(command, asked.context().generation() + 1), asked.inForce());
        }
        var generation = state.account().generation();
        return state.account().directory().objectId().equals(command.directory().objectId())
                ? state.with(account(command, generation))
                : Registration.of(account(command, generation + 1), asked.inForce());
    }

    private static Account account(ProvisionAccount command, long generation) {
        return new Account(
                generation,
                command.directory(),
                requireNonNull(command.passwordManagement()),
                new Person(opened(command.signInAddress()), opened(command.displayName())),
                command.place());
    }

    private static @Nullable Personal opened(@Nullable Opened value) {
        return value instanceof Opened.Readable(var text) ? new Personal(text) : null;
    }

    private static Optional<CommandRejected> fault(ProvisionAccount command) {
        var directory = command.directory();
        var place = command.place();
        return firstOf(
                text("directoryObjectId", directory.objectId(), MAX_ID_LENGTH),
                texts("groups", directory.groups(), MAX_GROUPS, MAX_ID_LENGTH),
                require(command.passwordManagement() != null, "passwordManagement", "a known constant"),
                personal("signInAddress", command.signInAddress(), MAX_ADDRESS_LENGTH),
                personal("displayName", command.displayName(), MAX_NAME_LENGTH),
                require(REGIONS.contains(place.region()), "region", "an ISO 3166-1 alpha-2 region"),
                require(isLanguageTag(place.locale()), "locale", "a BCP 47 language tag"),
                require(TIME_ZONES.contains(place.timeZone()), "timeZone", "an IANA time zone"));
    }

    /** Ids are the only thing of a person that is not sealed. An account that has such an id already stays in reach. */
    private static Optional<CommandRejected> personalId(String userId) {
        return require(
                userId.indexOf('@') < 0 && !PHONE_NUMBER.matcher(userId).matches(),
                "metadata.userId",
                "an opaque id, no email address and no phone number");
    }

    private static boolean isLanguageTag(String text) {
        try {
            var locale = new Locale.Builder().setLanguageTag(text).build();
            return text.length() <= MAX_TAG_LENGTH && !locale.getLanguage().isEmpty();
        } catch (IllformedLocaleException _) {
            return false;
        }
    }
}
