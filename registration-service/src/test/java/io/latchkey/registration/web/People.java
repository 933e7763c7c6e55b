package io.latchkey.registration.web;

import io.latchkey.messaging.decision.Mask;
import io.latchkey.registration.account.Account;
import io.latchkey.registration.account.DirectoryEntry;
import io.latchkey.registration.account.PasswordManagement;
import io.latchkey.registration.account.Person;
import io.latchkey.registration.account.Personal;
import io.latchkey.registration.account.Place;
import io.latchkey.registration.destination.Channel;
import io.latchkey.registration.destination.EmailAddress;
import io.latchkey.registration.destination.PhoneNumber;
import io.latchkey.registration.method.Binding;
import io.latchkey.registration.method.DueDate;
import io.latchkey.registration.method.EligibilityReason;
import io.latchkey.registration.method.Method;
import io.latchkey.registration.method.MethodId;
import io.latchkey.registration.method.Methods;
import io.latchkey.registration.method.Origin;
import io.latchkey.registration.method.Progress;
import io.latchkey.registration.method.Proven;
import io.latchkey.registration.method.Questions;
import io.latchkey.registration.method.Register;
import io.latchkey.registration.method.Registration;
import io.latchkey.registration.method.Standing;
import io.latchkey.registration.policy.MethodKind;
import io.latchkey.registration.policy.MethodRules;
import io.latchkey.registration.policy.Policies.InForce;
import io.latchkey.registration.policy.Policy;
import io.latchkey.registration.question.AnswerHash;
import io.latchkey.registration.question.QuestionId;
import io.latchkey.registration.question.RegisteredAnswer;
import io.latchkey.registration.question.SecurityAnswers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Accounts as they may be. */
final class People {

    static final String PHONE = "+491512345678";
    static final String EMAIL = "ada@example.org";
    static final Instant NEW_YEAR = Instant.parse("2026-01-01T09:00:00Z");
    static final UUID PHONE_ID = new UUID(0, 1);
    static final UUID EMAIL_ID = new UUID(0, 2);
    static final UUID ANSWERS_ID = new UUID(0, 5);

    /** Two methods are asked for of two phones and an email. */
    static final Policy TWO_OF_THREE = new Policy(
            Policy.DEFAULT.scope(),
            new MethodRules(
                    Set.of(MethodKind.MOBILE_PHONE, MethodKind.OFFICE_PHONE, MethodKind.EMAIL), 2, 2, false, null),
            Policy.DEFAULT.questions(),
            Policy.DEFAULT.reconfirmation(),
            Policy.DEFAULT.codes(),
            Policy.DEFAULT.help());

    private static final Progress NO_PROGRESS = new Progress(null, null, null, List.of(), null);

    private People() {}

    static Registration withNothing() {
        return judged(registration(account(true, List.of("staff")), new Methods(List.of(), List.of()), NO_PROGRESS));
    }

    static Registration disabled() {
        return judged(registration(account(false, List.of("staff")), methods(), NO_PROGRESS));
    }

    static Registration withAPhone() {
        return withAPhone(NO_PROGRESS);
    }

    static Registration locked(Instant until) {
        return withAPhone(new Progress(null, null, until, List.of(), null));
    }

    static Registration completed() {
        return withAPhone(new Progress(NEW_YEAR, null, null, List.of(), null));
    }

    /** Beside the phone an email that was not proven yet. */
    private static Registration withAPhone(Progress progress) {
        return judged(registration(account(true, List.of("staff")), methods(), progress));
    }

    static Registration withAnswers() {
        var answers = new SecurityAnswers(
                List.of(new RegisteredAnswer(new QuestionId("hiding-place"), new AnswerHash("$argon2id$hash"))),
                NEW_YEAR);
        var questions = new Questions(new MethodId(ANSWERS_ID), answers, NEW_YEAR);
        var methods = new Methods(methods().unproven(), methods().proven(), questions);
        return judged(registration(account(true, List.of("staff")), methods, NO_PROGRESS));
    }

    /** Proven beside the mobile phone. */
    static Registration withAnOfficePhone(String number) {
        var office = new Method(
                new MethodId(new UUID(0, 3)),
                MethodKind.OFFICE_PHONE,
                Channel.VOICE,
                new PhoneNumber(number),
                NEW_YEAR);
        var proven = Stream.concat(methods().proven().stream(), Stream.of(new Proven(office, NEW_YEAR, NEW_YEAR)));
        var methods = new Methods(List.of(), proven.toList(), null);
        return judged(registration(account(true, List.of("staff")), methods, NO_PROGRESS));
    }

    /** Put down by an administrator: an email beside the proven phone. */
    static Registration prepopulated() {
        var email = new Method(
                new MethodId(EMAIL_ID),
                MethodKind.EMAIL,
                Channel.EMAIL,
                new EmailAddress(EMAIL),
                NEW_YEAR,
                Origin.ADMINISTRATOR);
        var methods = new Methods(List.of(email), methods().proven());
        return judged(registration(account(true, List.of("staff")), methods, NO_PROGRESS));
    }

    static Methods methods() {
        return new Methods(
                List.of(new Method(
                        new MethodId(EMAIL_ID), MethodKind.EMAIL, Channel.EMAIL, new EmailAddress(EMAIL), NEW_YEAR)),
                List.of(new Proven(
                        new Method(
                                new MethodId(PHONE_ID),
                                MethodKind.MOBILE_PHONE,
                                Channel.SMS,
                                new PhoneNumber(PHONE),
                                NEW_YEAR),
                        NEW_YEAR,
                        NEW_YEAR)));
    }

    private static Registration registration(Account account, Methods methods, Progress progress) {
        return new Registration(account, methods, due(methods), progress, register(methods), nowhere());
    }

    private static @Nullable DueDate due(Methods methods) {
        var at = NEW_YEAR.plus(Duration.ofDays(180));
        return methods.proven().isEmpty() ? null : new DueDate(at, NEW_YEAR, Duration.ofDays(180), 1, null);
    }

    private static Register register(Methods methods) {
        return new Register(methods.proven().stream()
                .map(proven ->
                        new Binding(proven.method().id(), proven.method().kind(), Mask.phone(PHONE), NEW_YEAR, null))
                .toList());
    }

    static Account account(boolean enabled, List<String> groups) {
        return new Account(
                1,
                new DirectoryEntry("object-1", enabled, groups, false),
                PasswordManagement.CLOUD,
                new Person(new Personal("ada.lovelace@contoso.com"), new Personal("Ada Lovelace")),
                new Place("DE", "de-DE", "Europe/Berlin"));
    }

    private static Registration judged(Registration state) {
        return new Registration(
                state.account(),
                state.methods(),
                state.due(),
                state.progress(),
                state.register(),
                Standing.of(state, InForce.DEFAULT));
    }

    private static Standing nowhere() {
        return new Standing(0, false, false, false, EligibilityReason.NOT_REGISTERED, Map.of(), List.of(), List.of());
    }
}
