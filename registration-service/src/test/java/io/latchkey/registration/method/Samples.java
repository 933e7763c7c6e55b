package io.latchkey.registration.method;

import static java.util.Objects.requireNonNull;

import io.latchkey.messaging.decision.AggregateKey;
import io.latchkey.messaging.decision.Context;
import io.latchkey.messaging.decision.Decision;
import io.latchkey.messaging.decision.Opened;
import io.latchkey.messaging.decision.Randomness;
import io.latchkey.messaging.decision.WakingHours;
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
import io.latchkey.registration.method.MethodCommand.CompleteRegistration;
import io.latchkey.registration.method.MethodCommand.ConfirmMethod;
import io.latchkey.registration.method.MethodCommand.ContactAdministrator;
import io.latchkey.registration.method.MethodCommand.EraseUser;
import io.latchkey.registration.method.MethodCommand.GuessesExhausted;
import io.latchkey.registration.method.MethodCommand.PrepopulateMethod;
import io.latchkey.registration.method.MethodCommand.ProvisionAccount;
import io.latchkey.registration.method.MethodCommand.ReconfirmTick;
import io.latchkey.registration.method.MethodCommand.RegisterMethod;
import io.latchkey.registration.method.MethodCommand.RegisterSecurityAnswers;
import io.latchkey.registration.method.MethodCommand.RemoveMethod;
import io.latchkey.registration.method.MethodCommand.RemoveMethodAsAdministrator;
import io.latchkey.registration.method.MethodCommand.RequireReregistration;
import io.latchkey.registration.method.MethodCommand.Wish;
import io.latchkey.registration.method.MethodOutcome.MethodRegistered;
import io.latchkey.registration.policy.Help;
import io.latchkey.registration.policy.MethodKind;
import io.latchkey.registration.policy.MethodRules;
import io.latchkey.registration.policy.Policies.InForce;
import io.latchkey.registration.policy.Policy;
import io.latchkey.registration.policy.Reconfirmation;
import io.latchkey.registration.policy.Scope;
import io.latchkey.registration.question.Answer;
import io.latchkey.registration.question.AnswerHash;
import io.latchkey.registration.question.PreparedAnswer;
import io.latchkey.registration.question.PreparedAnswers;
import io.latchkey.registration.question.QuestionId;
import io.latchkey.registration.question.QuestionList;
import io.latchkey.registration.question.RegisteredAnswer;
import io.latchkey.registration.question.SecurityAnswers;
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

    /** The same account where this policy has been in force from the beginning. */
    static Registration under(Policy policy, Registration state) {
        return new Case(KEY, at(NEW_YEAR), new InForce(0, policy)).settled(state.with((DueDate) null));
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
        return new Context(now, random(now), Map.of(), 0);
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
        return newId(now, 0);
    }

    static MethodId newId(Instant now, int ordinal) {
        return new MethodId(at(now).random().uuid(ordinal));
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
        return state.with(due.told(due.at().plus(Duration.ofDays(7))))
                .with(state.progress().announced(due.at()));
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
        return account(generation, entry, PasswordManagement.CLOUD);
    }

    static Account account(long generation, DirectoryEntry entry, PasswordManagement management) {
        return new Account(
                generation,
                entry,
                management,
                new Person(new Personal(SIGN_IN), new Personal("Ada Lovelace")),
                place());
    }

    static DirectoryEntry entry(String objectId, boolean enabled) {
        return new DirectoryEntry(objectId, enabled, List.of("staff"), false);
    }

    static DirectoryEntry administrator() {
        return new DirectoryEntry("object-1", true, List.of("staff"), true);
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

    static Method office(MethodId id, Instant at) {
        return new Method(
                id,
                MethodKind.OFFICE_PHONE,
                Channel.VOICE,
                new PhoneNumber("+4930123456", "12"),
                at,
                Origin.ADMINISTRATOR);
    }

    static Method putDown(Method method) {
        return new Method(
                method.id(),
                method.kind(),
                method.channel(),
                method.destination(),
                method.registeredAt(),
                Origin.ADMINISTRATOR);
    }

    static MethodRegistered registered(Method method, Instant requestedAt, @Nullable MethodId replaced) {
        return new MethodRegistered(method, hash(KEY.tenantId(), method.destination()), "de-DE", requestedAt, replaced);
    }

    static Recipient recipient(Method method) {
        return new Recipient(method.id(), method.channel(), method.destination(), "de-DE", place().timeZone());
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

    static RemoveMethod remove(Method method) {
        return new RemoveMethod(KEY, method.id());
    }

    static RemoveMethodAsAdministrator removeAsAdministrator(Method method) {
        return new RemoveMethodAsAdministrator(KEY, method.id());
    }

    static PrepopulateMethod prepopulatePhone(String text) {
        return prepopulate(MethodKind.MOBILE_PHONE, Channel.SMS, text);
    }

    static PrepopulateMethod prepopulateEmail(String text) {
        return prepopulate(MethodKind.EMAIL, Channel.EMAIL, text);
    }

    static PrepopulateMethod setOffice() {
        return prepopulate(MethodKind.OFFICE_PHONE, Channel.VOICE, OFFICE);
    }

    static PrepopulateMethod prepopulate(@Nullable MethodKind kind, @Nullable Channel channel, String text) {
        return new PrepopulateMethod(KEY, new Wish(kind, channel, new Opened.Readable(text)));
    }

    static RequireReregistration requireAnew() {
        return new RequireReregistration(KEY);
    }

    static CompleteRegistration complete() {
        return new CompleteRegistration(KEY);
    }

    static ContactAdministrator contact() {
        return new ContactAdministrator(KEY);
    }

    static EraseUser erase() {
        return new EraseUser(KEY);
    }

    static RegisterSecurityAnswers answer(int count) {
        var given = QuestionList.PREDEFINED.predefined().subList(0, count).stream()
                .map(question -> (PreparedAnswer) new PreparedAnswer.Hashed(
                        question, new Answer("lantern of " + question.value()), answerHash(question)))
                .toList();
        return new RegisterSecurityAnswers(
                KEY,
                new PreparedAnswers(
                        QuestionList.PREDEFINED.predefined().subList(0, count).stream()
                                .map(QuestionId::value)
                                .toList(),
                        given));
    }

    static Questions questions(MethodId id, int count, Instant at) {
        var kept = QuestionList.PREDEFINED.predefined().subList(0, count).stream()
                .map(question -> new RegisteredAnswer(question, answerHash(question)))
                .toList();
        return new Questions(id, new SecurityAnswers(kept, at), at);
    }

    private static AnswerHash answerHash(QuestionId question) {
        return new AnswerHash("hash of " + question.value());
    }

    static GuessesExhausted exhausted(@Nullable Instant lockedUntil) {
        return new GuessesExhausted(KEY, lockedUntil);
    }

    static ConfirmMethod confirm(Method... methods) {
        return confirmAll(Stream.of(methods).map(Method::id).toArray(MethodId[]::new));
    }

    static ConfirmMethod confirmAll(MethodId... methods) {
        return new ConfirmMethod(KEY, List.of(methods));
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
