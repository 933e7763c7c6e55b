package io.latchkey.registration.method;

import static java.util.Objects.requireNonNull;

import io.latchkey.messaging.decision.AggregateKey;
import io.latchkey.messaging.decision.Context;
import io.latchkey.messaging.decision.Decision;
import io.latchkey.messaging.decision.Opened;
import io.latchkey.messaging.decision.Randomness;
import io.latchkey.registration.account.Account;
import io.latchkey.registration.account.DirectoryEntry;
import io.latchkey.registration.account.PasswordManagement;
import io.latchkey.registration.account.Person;
import io.latchkey.registration.account.Personal;
import io.latchkey.registration.account.Place;
import io.latchkey.registration.destination.Channel;
import io.latchkey.registration.destination.Destination;
import io.latchkey.registration.destination.DestinationHash;
import io.latchkey.registration.destination.EmailAddress;
import io.latchkey.registration.destination.PhoneNumber;
import io.latchkey.registration.destination.PhoneNumbers;
import io.latchkey.registration.method.MethodCommand.CodeVerified;
import io.latchkey.registration.method.MethodCommand.ConfirmMethod;
import io.latchkey.registration.method.MethodCommand.ProvisionAccount;
import io.latchkey.registration.method.MethodCommand.ReconfirmTick;
import io.latchkey.registration.method.MethodCommand.RegisterMethod;
import io.latchkey.registration.policy.Help;
import io.latchkey.registration.policy.MethodKind;
import io.latchkey.registration.policy.MethodRules;
import io.latchkey.registration.policy.Policies.InForce;
import io.latchkey.registration.policy.Policy;
import io.latchkey.registration.policy.Reconfirmation;
import io.latchkey.registration.policy.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An account of Contoso, its phone and its email, and the days on which things happen to them. */
final class Samples {

    static final AggregateKey KEY = new AggregateKey("contoso", "u-1");
    static final String PHONE = "+491512345678";
    static final String OTHER_PHONE = "+491719876543";
    static final String LAND_LINE = "+4930123456";
    static final String OFFICE = "+4930123456 x12";
    static final String FOREIGN = "+14255550123";
    static final String EMAIL = "ada@example.org";
    static final String SIGN_IN = "ada.lovelace@contoso.com";

    static final Instant NEW_YEAR = Instant.parse("2026-01-01T09:00:00Z");
    static final Instant MARCH = Instant.parse("2026-03-01T12:00:00Z");
    static final Duration HALF_A_YEAR = Duration.ofDays(180);
    static final Policy POLICY = Policy.DEFAULT;
    static final InForce IN_FORCE = new InForce(0, POLICY);

    /** When what was proven on New Year's Day is to be confirmed. */
    static final Instant DUE = due(NEW_YEAR);

    /** When what happens in March is to be confirmed. */
    static final Instant NEXT_DUE = due(MARCH);

    static final Account ACCOUNT = account(1, entry("object-1", true));
    static final Method OLD_PHONE = phone(id(1), PHONE, NEW_YEAR);
    static final Method OLD_EMAIL = email(id(2), EMAIL, NEW_YEAR);
    static final Method WAITING_PHONE = phone(id(3), OTHER_PHONE, NEW_YEAR);

    private Samples() {}

    static Decision<Registration, MethodOutcome> decide(
            @Nullable Registration state, MethodCommand command, Instant now) {
        return decider(POLICY).decide(state, command, at(now));
    }

    static Policy offering(MethodKind... kinds) {
        return rules(new MethodRules(Set.of(kinds), 1, 1, false, null));
    }

    static Policy rules(MethodRules methods) {
        return new Policy(
                POLICY.scope(), methods, POLICY.questions(), POLICY.reconfirmation(), POLICY.codes(), POLICY.help());
    }

    static Policy reconfirming(Duration after, Reconfirmation.By by) {
        return new Policy(
                POLICY.scope(),
                POLICY.methods(),
                POLICY.questions(),
                new Reconfirmation(after, by),
                POLICY.codes(),
                POLICY.help());
    }

    static Policy helping(Help help) {
        return new Policy(
                POLICY.scope(), POLICY.methods(), POLICY.questions(), POLICY.reconfirmation(), POLICY.codes(), help);
    }

    static Policy scoped(Scope scope) {
        return new Policy(
                scope, POLICY.methods(), POLICY.questions(), POLICY.reconfirmation(), POLICY.codes(), POLICY.help());
    }

    static RegistrationDecider decider(Policy policy) {
        return decider(new InForce(0, policy));
    }

    static RegistrationDecider decider(InForce inForce) {
        return new RegistrationDecider(tenant -> inForce, Samples::readPhone, Samples::hash);
    }

    /** When what happens at this time is to be confirmed: half a year later, give or take, in a waking hour. */
    static Instant due(Instant since) {
        return due(since, HALF_A_YEAR);
    }

    static Instant due(Instant since, Duration after) {
        return WakingHours.in(place().timeZone())
                .from(since.plus(new DueDates(after).interval(KEY)), Jitter.morning(KEY));
    }

    static Case asked(Instant now) {
        return new Case(KEY, at(now), IN_FORCE);
    }

    static Registration settled(Registration state) {
        return asked(NEW_YEAR).settled(state);
    }

    /** Folds commands, one a day from a moment on, and returns what followed from all of them. */
    static List<MethodOutcome> fold(@Nullable Registration state, Instant from, MethodCommand... commands) {
        var outcomes = new ArrayList<MethodOutcome>();
        var current = state;
        var now = from;
        for (var command : commands) {
            var decision = decide(current, command, now);
            outcomes.addAll(decision.outcomes());
            current = decision.next();
            now = now.plus(Duration.ofDays(1));
        }
        return outcomes;
    }

    static Context at(Instant now) {
        return new Context(now, random(now), Map.of());
    }

    private static Randomness random(Instant now) {
        return ordinal -> {
            var bytes = new byte[32];
            Arrays.fill(bytes, (byte) (now.getEpochSecond() + ordinal));
            return bytes;
        };
    }

    /** The id of the method that is registered at this moment. */
    static MethodId newId(Instant now) {
        return new MethodId(at(now).random().uuid(0));
    }

    static MethodId id(int number) {
        return new MethodId(new UUID(0, number));
    }

    static Registration account(Method... unproven) {
        return with(Registration.of(ACCOUNT, IN_FORCE), new Methods(List.of(unproven), List.of()));
    }

    static Registration proven(Method... proven) {
        return with(account(), methods(proven));
    }

    static Registration announced(Method... proven) {
        var state = proven(proven);
        var due = requireNonNull(state.due());
        return state.with(due.told(due.at().plus(Duration.ofDays(7))));
    }

    static Registration with(Registration state, Methods methods) {
        return settled(state.with(methods));
    }

    static Registration waitingFor(Registration state, Method unproven) {
        return with(state, state.methods().with(unproven));
    }

    static Registration disabled(Registration enabled) {
        return settled(enabled.with(account(1, entry("object-1", false))));
    }

    private static Methods methods(Method... proven) {
        return new Methods(
                List.of(),
                Stream.of(proven)
                        .map(method -> new Proven(method, NEW_YEAR, NEW_YEAR))
                        .toList());
    }

    static Account account(long generation, DirectoryEntry entry) {
        return new Account(
                generation,
                entry,
                PasswordManagement.CLOUD,
                new Person(new Personal(SIGN_IN), new Personal("Ada Lovelace")),
                place());
    }

    static DirectoryEntry entry(String objectId, boolean enabled) {
        return new DirectoryEntry(objectId, enabled, List.of("staff"), false);
    }

    static Place place() {
        return new Place("DE", "de-DE", "Europe/Berlin");
    }

    static Method phone(MethodId id, String number, Instant at) {
        return new Method(id, MethodKind.MOBILE_PHONE, Channel.SMS, new PhoneNumber(number), at);
    }

    static Method email(MethodId id, String address, Instant at) {
        return new Method(id, MethodKind.EMAIL, Channel.EMAIL, new EmailAddress(address), at);
    }

    static Recipient recipient(Method method) {
        return new Recipient(method.id(), method.channel(), method.destination(), "de-DE");
    }

    static ProvisionAccount provision() {
        return provision(entry("object-1", true));
    }

    static ProvisionAccount provision(DirectoryEntry entry) {
        return new ProvisionAccount(
                KEY,
                entry,
                PasswordManagement.CLOUD,
                new Opened.Readable(SIGN_IN),
                new Opened.Readable("Ada Lovelace"),
                place());
    }

    static RegisterMethod registerPhone(String text) {
        return new RegisterMethod(KEY, MethodKind.MOBILE_PHONE, Channel.SMS, new Opened.Readable(text));
    }

    static RegisterMethod registerEmail(String text) {
        return new RegisterMethod(KEY, MethodKind.EMAIL, Channel.EMAIL, new Opened.Readable(text));
    }

    static ConfirmMethod confirm(Method... methods) {
        return new ConfirmMethod(KEY, Stream.of(methods).map(Method::id).toList());
    }

    static CodeVerified verified(Method method) {
        return new CodeVerified(KEY, method.id());
    }

    static ReconfirmTick tick(Instant asOf) {
        return new ReconfirmTick(KEY, asOf);
    }

    static DestinationHash hash(String tenantId, Destination destination) {
        return new DestinationHash(tenantId + ":" + destination.canonical());
    }

    private static PhoneNumbers.Reading readPhone(String text, String region) {
        return switch (text) {
            case PHONE, OTHER_PHONE -> new PhoneNumbers.Reading.Callable(new PhoneNumber(text), "DE", true);
            case LAND_LINE -> new PhoneNumbers.Reading.Callable(new PhoneNumber(text), "DE", false);
            case OFFICE -> new PhoneNumbers.Reading.Callable(new PhoneNumber("+4930123456", "12"), "DE", false);
            case FOREIGN -> new PhoneNumbers.Reading.Callable(new PhoneNumber(text), "US", true);
            case "premium" -> new PhoneNumbers.Reading.Unsupported();
            default -> new PhoneNumbers.Reading.Invalid();
        };
    }
}
