package io.latchkey.schemas.topics;

import static io.latchkey.schemas.topics.Party.ADMINISTRATORS;
import static io.latchkey.schemas.topics.Party.NOTIFICATION;
import static io.latchkey.schemas.topics.Party.OPERATORS;
import static io.latchkey.schemas.topics.Party.PORTALS;
import static io.latchkey.schemas.topics.Party.REGISTRATION;
import static io.latchkey.schemas.topics.Party.VERIFICATION;

import io.latchkey.schemas.AccountProvisioned;
import io.latchkey.schemas.CodeIssued;
import io.latchkey.schemas.CodeRejected;
import io.latchkey.schemas.CodeVerified;
import io.latchkey.schemas.CommandRejected;
import io.latchkey.schemas.ConfirmMethod;
import io.latchkey.schemas.GuessesExhausted;
import io.latchkey.schemas.MethodConfirmed;
import io.latchkey.schemas.MethodProven;
import io.latchkey.schemas.MethodRegistered;
import io.latchkey.schemas.NotificationAccepted;
import io.latchkey.schemas.NotificationCancelled;
import io.latchkey.schemas.NotificationDelivered;
import io.latchkey.schemas.NotificationExpired;
import io.latchkey.schemas.NotificationRejected;
import io.latchkey.schemas.NotificationUndelivered;
import io.latchkey.schemas.NotificationUnknown;
import io.latchkey.schemas.ProvisionAccount;
import io.latchkey.schemas.PublicKey;
import io.latchkey.schemas.ReconfirmDue;
import io.latchkey.schemas.ReconfirmTick;
import io.latchkey.schemas.RegisterMethod;
import io.latchkey.schemas.ResendCode;
import io.latchkey.schemas.SendCode;
import io.latchkey.schemas.SubmitCode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;

/**
 * Every topic of Latchkey: what is on it, who writes and reads it, and how long it is kept. The key is
 * {@code tenantId/userId}, on {@link #KEYS} the key's id.
 */
public enum Topic {
    REGISTRATION_COMMANDS(
            "registration.commands",
            Numbering.BY_COMMAND_ID,
            Kept.days(7),
            Set.of(PORTALS),
            Set.of(REGISTRATION),
            List.of(RegisterMethod.class, ConfirmMethod.class)),
    ADMIN_COMMANDS(
            "admin.commands",
            Numbering.BY_COMMAND_ID,
            Kept.days(7),
            Set.of(ADMINISTRATORS),
            Set.of(REGISTRATION),
            List.of(ProvisionAccount.class)),
    REGISTRATION_TICKS(
            "registration.ticks",
            Numbering.NONE,
            Kept.days(1),
            Set.of(REGISTRATION),
            Set.of(REGISTRATION),
            List.of(ReconfirmTick.class)),
    REGISTRATION_EVENTS(
            "registration.events",
            Numbering.BY_ACCOUNT,
            Kept.days(7),
            Set.of(REGISTRATION),
            Set.of(VERIFICATION, NOTIFICATION, PORTALS),
            List.of(
                    AccountProvisioned.class,
                    MethodRegistered.class,
                    MethodProven.class,
                    MethodConfirmed.class,
                    ReconfirmDue.class,
                    CommandRejected.class)),
    VERIFICATION_COMMANDS(
            "verification.commands",
            Numbering.BY_COMMAND_ID,
            Kept.days(7),
            Set.of(PORTALS),
            Set.of(VERIFICATION),
            List.of(SubmitCode.class, ResendCode.class)),
    VERIFICATION_CODES(
            "verification.codes",
            Numbering.BY_ACCOUNT,
            Kept.hours(25),
            Set.of(VERIFICATION),
            Set.of(NOTIFICATION),
            List.of(SendCode.class)),
    VERIFICATION_EVENTS(
            "verification.events",
            Numbering.BY_ACCOUNT,
            Kept.days(7),
            Set.of(VERIFICATION),
            Set.of(REGISTRATION, NOTIFICATION, PORTALS),
            List.of(CodeIssued.class, CodeVerified.class, CodeRejected.class, GuessesExhausted.class)),
    NOTIFICATION_EVENTS(
            "notification.events",
            Numbering.BY_NOTIFICATION,
            Kept.days(7),
            Set.of(NOTIFICATION),
            Set.of(REGISTRATION, PORTALS, OPERATORS),
            List.of(
                    NotificationAccepted.class,
                    NotificationRejected.class,
                    NotificationUnknown.class,
                    NotificationExpired.class,
                    NotificationCancelled.class,
                    NotificationDelivered.class,
                    NotificationUndelivered.class)),
    KEYS(
            "keys",
            Numbering.NONE,
            Kept.latest(),
            Set.of(REGISTRATION, VERIFICATION, NOTIFICATION),
            Set.of(REGISTRATION, VERIFICATION, NOTIFICATION, PORTALS, ADMINISTRATORS),
            List.of(PublicKey.class));

    private static final Kept DEAD_LETTERS = Kept.days(14);

    private final String stem;
    private final Numbering numbering;
    private final Kept kept;
    private final Set<Party> writers;
    private final Set<Party> readers;
    private final Set<Class<? extends SpecificRecord>> records;

    Topic(
            String stem,
            Numbering numbering,
            Kept kept,
            Set<Party> writers,
            Set<Party> readers,
            List<Class<? extends SpecificRecord>> records) {
        this.stem = stem;
        this.numbering = numbering;
        this.kept = kept;
        this.writers = writers;
        this.readers = readers;
        this.records = Set.copyOf(records);
    }

    /** How a reader recognises the repeat of a record. */
    public enum Numbering {
        /** Commands: by their id. */
        BY_COMMAND_ID,
        /** Events: by epoch and sequence per account. */
        BY_ACCOUNT,
        /** Events: by epoch and sequence per notification. */
        BY_NOTIFICATION,
        /** By what it says. */
        NONE
    }

    /** @param prefix of the installation, {@code latchkey.} by default */
    public String name(String prefix) {
        return prefix + stem + ".v1";
    }

    /** The topic of records of this one that nobody can act on. */
    public String deadLetters(String prefix) {
        return name(prefix) + ".dlt";
    }

    public Numbering numbering() {
        return numbering;
    }

    public Set<Party> writers() {
        return writers;
    }

    public Set<Party> readers() {
        return readers;
    }

    /** The record types that belong on the topic. */
    public Set<Class<? extends SpecificRecord>> records() {
        return records;
    }

    /** Topic-level settings, by Kafka's own names. */
    public Map<String, String> settings() {
        return kept.settings();
    }

    /** Likewise of its dead-letter topic. */
    public Map<String, String> deadLetterSettings() {
        return DEAD_LETTERS.settings();
    }

    /** How long records are kept. */
    public Duration retention() {
        return kept.retention();
    }
}
