package io.latchkey.schemas.topics;

import static io.latchkey.schemas.topics.Access.writtenBy;
import static io.latchkey.schemas.topics.Content.commands;
import static io.latchkey.schemas.topics.Content.eventsOfAccounts;
import static io.latchkey.schemas.topics.Content.eventsOfNotifications;
import static io.latchkey.schemas.topics.Content.unnumbered;
import static io.latchkey.schemas.topics.Party.ADMINISTRATORS;
import static io.latchkey.schemas.topics.Party.NOTIFICATION;
import static io.latchkey.schemas.topics.Party.OPERATORS;
import static io.latchkey.schemas.topics.Party.PORTALS;
import static io.latchkey.schemas.topics.Party.REGISTRATION;
import static io.latchkey.schemas.topics.Party.VERIFICATION;
import static io.latchkey.schemas.topics.RecordKey.ACCOUNT;
import static io.latchkey.schemas.topics.RecordKey.KEY_ID;
import static io.latchkey.schemas.topics.RecordKey.TENANT;
import static io.latchkey.schemas.topics.Retention.days;

import io.latchkey.schemas.AccountErased;
import io.latchkey.schemas.AccountProvisioned;
import io.latchkey.schemas.AdministratorContacted;
import io.latchkey.schemas.CodeIssued;
import io.latchkey.schemas.CodeRejected;
import io.latchkey.schemas.CodeVerified;
import io.latchkey.schemas.CommandRejected;
import io.latchkey.schemas.CompleteRegistration;
import io.latchkey.schemas.ConfirmMethod;
import io.latchkey.schemas.ContactAdministrator;
import io.latchkey.schemas.DefinePolicy;
import io.latchkey.schemas.EraseUser;
import io.latchkey.schemas.GuessesExhausted;
import io.latchkey.schemas.MethodConfirmed;
import io.latchkey.schemas.MethodPrepopulated;
import io.latchkey.schemas.MethodProven;
import io.latchkey.schemas.MethodRegistered;
import io.latchkey.schemas.MethodRemoved;
import io.latchkey.schemas.NotificationAccepted;
import io.latchkey.schemas.NotificationCancelled;
import io.latchkey.schemas.NotificationDelivered;
import io.latchkey.schemas.NotificationExpired;
import io.latchkey.schemas.NotificationRejected;
import io.latchkey.schemas.NotificationUndelivered;
import io.latchkey.schemas.NotificationUnknown;
import io.latchkey.schemas.PolicyChanged;
import io.latchkey.schemas.PolicyDefined;
import io.latchkey.schemas.PrepopulateMethod;
import io.latchkey.schemas.ProvisionAccount;
import io.latchkey.schemas.PublicKey;
import io.latchkey.schemas.ReconfirmDue;
import io.latchkey.schemas.ReconfirmReminder;
import io.latchkey.schemas.ReconfirmTick;
import io.latchkey.schemas.RegisterMethod;
import io.latchkey.schemas.RegisterSecurityAnswers;
import io.latchkey.schemas.RegistrationCompleted;
import io.latchkey.schemas.RegistrationStatus;
import io.latchkey.schemas.RemoveMethod;
import io.latchkey.schemas.RemoveMethodAsAdministrator;
import io.latchkey.schemas.RequireReregistration;
import io.latchkey.schemas.ReregistrationRequired;
import io.latchkey.schemas.ResendCode;
import io.latchkey.schemas.SecurityAnswersRegistered;
import io.latchkey.schemas.SendCode;
import io.latchkey.schemas.SetOfficePhone;
import io.latchkey.schemas.SubmitCode;
import java.time.Duration;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;

/** Every topic that carries records of Latchkey. As they are created, with what belongs to each: {@link TopicCatalogue}. */
@SuppressWarnings("ImmutableEnumChecker") // Records over unmodifiable sets.
public enum Topic {
    REGISTRATION_COMMANDS(
            "registration.commands",
            ACCOUNT,
            days(7),
            writtenBy(PORTALS).readBy(REGISTRATION),
            commands(
                    RegisterMethod.class,
                    ConfirmMethod.class,
                    RemoveMethod.class,
                    RegisterSecurityAnswers.class,
                    CompleteRegistration.class,
                    ContactAdministrator.class)),

    /** What concerns a tenant as a whole is keyed by the tenant alone. */
    ADMIN_COMMANDS(
            "admin.commands",
            ACCOUNT,
            days(7),
            writtenBy(ADMINISTRATORS).readBy(REGISTRATION),
            commands(
                    ProvisionAccount.class,
                    PrepopulateMethod.class,
                    SetOfficePhone.class,
                    RemoveMethodAsAdministrator.class,
                    RequireReregistration.class,
                    EraseUser.class,
                    DefinePolicy.class)),

    REGISTRATION_TICKS(
            "registration.ticks",
            ACCOUNT,
            days(1),
            writtenBy(REGISTRATION).readBy(REGISTRATION),
            unnumbered(ReconfirmTick.class)),

    REGISTRATION_EVENTS(
            "registration.events",
            ACCOUNT,
            days(7),
            writtenBy(REGISTRATION).readBy(VERIFICATION, NOTIFICATION, PORTALS, ADMINISTRATORS),
            eventsOfAccounts(
                    AccountProvisioned.class,
                    MethodRegistered.class,
                    MethodPrepopulated.class,
                    MethodProven.class,
                    MethodConfirmed.class,
                    MethodRemoved.class,
                    SecurityAnswersRegistered.class,
                    RegistrationCompleted.class,
                    ReregistrationRequired.class,
                    ReconfirmDue.class,
                    ReconfirmReminder.class,
                    AdministratorContacted.class,
                    AccountErased.class,
                    PolicyChanged.class,
                    CommandRejected.class)),

    REGISTRATION_STATUS(
            "registration.status",
            ACCOUNT,
            new Retention.Compacted(),
            writtenBy(REGISTRATION).readBy(PORTALS, ADMINISTRATORS),
            eventsOfAccounts(RegistrationStatus.class)),

    POLICIES(
            "policies",
            TENANT,
            new Retention.Compacted(),
            writtenBy(REGISTRATION).readBy(PORTALS, ADMINISTRATORS, REGISTRATION, VERIFICATION, NOTIFICATION),
            eventsOfAccounts(PolicyDefined.class)),

    VERIFICATION_COMMANDS(
            "verification.commands",
            ACCOUNT,
            days(7),
            writtenBy(PORTALS).readBy(VERIFICATION),
            commands(SubmitCode.class, ResendCode.class)),

    /** No code lives for longer than 24 hours. */
    VERIFICATION_CODES(
            "verification.codes",
            ACCOUNT,
            new Retention.DeletedPromptly(Duration.ofHours(25)),
            writtenBy(VERIFICATION).readBy(NOTIFICATION),
            eventsOfAccounts(SendCode.class)),

    VERIFICATION_EVENTS(
            "verification.events",
            ACCOUNT,
            days(7),
            writtenBy(VERIFICATION).readBy(REGISTRATION, NOTIFICATION, PORTALS),
            eventsOfAccounts(CodeIssued.class, CodeVerified.class, CodeRejected.class, GuessesExhausted.class)),

    NOTIFICATION_EVENTS(
            "notification.events",
            ACCOUNT,
            days(7),
            writtenBy(NOTIFICATION).readBy(REGISTRATION, PORTALS, OPERATORS),
            eventsOfNotifications(
                    NotificationAccepted.class,
                    NotificationRejected.class,
                    NotificationUnknown.class,
                    NotificationExpired.class,
                    NotificationCancelled.class,
                    NotificationDelivered.class,
                    NotificationUndelivered.class)),

    KEYS(
            "keys",
            KEY_ID,
            new Retention.Compacted(),
            writtenBy(REGISTRATION, VERIFICATION, NOTIFICATION)
                    .readBy(PORTALS, ADMINISTRATORS, REGISTRATION, VERIFICATION, NOTIFICATION),
            unnumbered(PublicKey.class));

    private final String stem;
    private final RecordKey key;
    private final Retention retention;
    private final Access access;
    private final Content content;

    Topic(String stem, RecordKey key, Retention retention, Access access, Content content) {
        this.stem = stem;
        this.key = key;
        this.retention = retention;
        this.access = access;
        this.content = content;
    }

    /** @param prefix of the installation, {@code latchkey.} by default */
    public String name(String prefix) {
        return prefix + stem + ".v1";
    }

    /** The topic of records of this one that nobody can act on. */
    public String deadLetters(String prefix) {
        return name(prefix) + TopicCatalogue.DEAD_LETTERS;
    }

    public String stem() {
        return stem;
    }

    public RecordKey key() {
        return key;
    }

    public Retention retention() {
        return retention;
    }

    public Set<Party> writers() {
        return access.writers();
    }

    public Set<Party> readers() {
        return access.readers();
    }

    public Numbering numbering() {
        return content.numbering();
    }

    /** The generated classes of the records that belong here; any other is a dead letter. */
    public Set<Class<? extends SpecificRecord>> records() {
        return content.records();
    }

    Access access() {
        return access;
    }
}
