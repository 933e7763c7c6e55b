package io.latchkey.registration.mongo;

import io.latchkey.registration.policy.CodeRules;
import io.latchkey.registration.policy.Enablement;
import io.latchkey.registration.policy.Help;
import io.latchkey.registration.policy.MethodKind;
import io.latchkey.registration.policy.MethodRules;
import io.latchkey.registration.policy.Policy;
import io.latchkey.registration.policy.QuestionRules;
import io.latchkey.registration.policy.Reconfirmation;
import io.latchkey.registration.policy.Scope;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** What of a policy is nobody's secret. */
final class PolicyRuleFields {

    private static final String SCOPE = "scope";
    private static final String ENABLEMENT = "enablement";
    private static final String GROUPS = "groups";
    private static final String METHODS = "methods";
    private static final String OFFERED = "offered";
    private static final String REQUIRED_TO_RESET = "requiredToReset";
    private static final String REQUIRED_TO_REGISTER = "requiredToRegister";
    private static final String USE_PREPOPULATED_UNPROVEN = "usePrepopulatedUnproven";
    private static final String ALLOWED_COUNTRIES = "allowedCountries";
    private static final String QUESTIONS = "questions";
    private static final String TO_REGISTER = "toRegister";
    private static final String TO_RESET = "toReset";
    private static final String PREDEFINED = "predefined";
    private static final String CUSTOM = "custom";
    private static final String ID = "id";
    private static final String TEXT = "text";
    private static final String RECONFIRMATION = "reconfirmation";
    private static final String AFTER = "afterSeconds";
    private static final String BY = "by";
    private static final String CODES = "codes";
    private static final String LENGTH = "length";
    private static final String PHONE_LIFETIME = "phoneLifetimeSeconds";
    private static final String EMAIL_LIFETIME = "emailLifetimeSeconds";
    private static final String SENDS_PER_METHOD = "sendsPerMethod";
    private static final String SEND_COOLDOWN = "sendCooldownSeconds";
    private static final String SENDS_PER_DESTINATION = "sendsPerDestination";
    private static final String WRONG_PER_METHOD = "wrongPerMethod";
    private static final String WRONG_PER_USER = "wrongPerUser";

    private PolicyRuleFields() {}

    static Document encode(Policy policy) {
        return new Document(SCOPE, encode(policy.scope()))
                .append(METHODS, encode(policy.methods()))
                .append(QUESTIONS, encode(policy.questions()))
                .append(RECONFIRMATION, encode(policy.reconfirmation()))
                .append(CODES, encode(policy.codes()));
    }

    static Policy decode(Document policy, Help help) {
        return new Policy(
                scope(policy.get(SCOPE, Document.class)),
                methods(policy.get(METHODS, Document.class)),
                questions(policy.get(QUESTIONS, Document.class)),
                reconfirmation(policy.get(RECONFIRMATION, Document.class)),
                codes(policy.get(CODES, Document.class)),
                help);
    }

    private static Document encode(Scope scope) {
        return new Document(ENABLEMENT, scope.enablement().name()).append(GROUPS, sorted(scope.groups()));
    }

    private static Scope scope(Document scope) {
        return new Scope(
                Enablement.valueOf(scope.getString(ENABLEMENT)), Set.copyOf(scope.getList(GROUPS, String.class)));
    }

    private static Document encode(MethodRules methods) {
        return new Document(
                        OFFERED,
                        methods.offered().stream().map(Enum::name).sorted().toList())
                .append(REQUIRED_TO_RESET, methods.requiredToReset())
                .append(REQUIRED_TO_REGISTER, methods.requiredToRegister())
                .append(USE_PREPOPULATED_UNPROVEN, methods.usePrepopulatedUnproven())
                .append(ALLOWED_COUNTRIES, sortedOrNull(methods.allowedCountries()));
    }

    private static MethodRules methods(Document methods) {
        return new MethodRules(
                methods.getList(OFFERED, String.class).stream()
                        .map(MethodKind::valueOf)
                        .collect(Collectors.toSet()),
                methods.getInteger(REQUIRED_TO_RESET),
                methods.getInteger(REQUIRED_TO_REGISTER),
                methods.getBoolean(USE_PREPOPULATED_UNPROVEN),
                setOrNull(methods, ALLOWED_COUNTRIES));
    }

    private static Document encode(QuestionRules questions) {
        return new Document(TO_REGISTER, questions.toRegister())
                .append(TO_RESET, questions.toReset())
                .append(PREDEFINED, sortedOrNull(questions.predefined()))
                .append(
                        CUSTOM,
                        questions.custom().stream()
                                .map(custom -> new Document(ID, custom.id()).append(TEXT, custom.text()))
                                .toList());
    }

    private static QuestionRules questions(Document questions) {
        return new QuestionRules(
                questions.getInteger(TO_REGISTER),
                questions.getInteger(TO_RESET),
                setOrNull(questions, PREDEFINED),
                questions.getList(CUSTOM, Document.class).stream()
                        .map(custom -> new QuestionRules.Custom(custom.getString(ID), custom.getString(TEXT)))
                        .toList());
    }

    private static Document encode(Reconfirmation reconfirmation) {
        return new Document(AFTER, reconfirmation.after().toSeconds())
                .append(BY, reconfirmation.by().name());
    }

    private static Reconfirmation reconfirmation(Document reconfirmation) {
        return new Reconfirmation(
                seconds(reconfirmation, AFTER), Reconfirmation.By.valueOf(reconfirmation.getString(BY)));
    }

    private static Document encode(CodeRules codes) {
        return new Document(LENGTH, codes.length())
                .append(PHONE_LIFETIME, codes.phoneLifetime().toSeconds())
                .append(EMAIL_LIFETIME, codes.emailLifetime().toSeconds())
                .append(SENDS_PER_METHOD, codes.sendsPerMethod())
                .append(SEND_COOLDOWN, codes.sendCooldown().toSeconds())
                .append(SENDS_PER_DESTINATION, codes.sendsPerDestination())
                .append(WRONG_PER_METHOD, codes.wrongPerMethod())
                .append(WRONG_PER_USER, codes.wrongPerUser());
    }

    private static CodeRules codes(Document codes) {
        return new CodeRules(
                codes.getInteger(LENGTH),
                seconds(codes, PHONE_LIFETIME),
                seconds(codes, EMAIL_LIFETIME),
                codes.getInteger(SENDS_PER_METHOD),
                seconds(codes, SEND_COOLDOWN),
                codes.getInteger(SENDS_PER_DESTINATION),
                codes.getInteger(WRONG_PER_METHOD),
                codes.getInteger(WRONG_PER_USER));
    }

    private static Duration seconds(Document document, String field) {
        return Duration.ofSeconds(document.getLong(field));
    }

    private static @Nullable Set<String> setOrNull(Document document, String field) {
        var texts = document.getList(field, String.class);
        return texts == null ? null : Set.copyOf(texts);
    }

    private static @Nullable List<String> sortedOrNull(@Nullable Collection<String> texts) {
        return texts == null ? null : sorted(texts);
    }

    private static List<String> sorted(Collection<String> texts) {
        return texts.stream().sorted().toList();
    }
}
