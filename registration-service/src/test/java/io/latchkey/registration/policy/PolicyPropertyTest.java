package io.latchkey.registration.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.messaging.decision.Opened;
import io.latchkey.registration.destination.EmailAddress;
import io.latchkey.registration.policy.PolicyCheck.Result.Accepted;
import io.latchkey.registration.policy.PolicyCheck.Result.Refused;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;

class PolicyPropertyTest {

    @Property
    @Tag("SPEC-1.4.methodsRequiredToReset.range")
    @Tag("SPEC-1.4.methodsRequiredToRegister.range")
    @Tag("SPEC-1.4.questions.range")
    @Tag("SPEC-1.4.reconfirmAfterDays.range")
    @Tag("SPEC-1.4.codeLength.range")
    @Tag("SPEC-1.4.codeLifetime.range")
    @Tag("SPEC-1.4.countries.range")
    @Tag("SPEC-1.4.administratorAddresses.range")
    void whateverIsAcceptedKeepsTheRules(@ForAll("proposals") Draft draft) {
        switch (check(draft)) {
            case Refused(var faults) ->
                assertThat(faults).doesNotHaveDuplicates().isNotEmpty();
            case Accepted(var policy) -> assertThat(keepsTheRules(policy)).isTrue();
        }
    }

    @Property
    void noFieldIsToldOfTwice(@ForAll("proposals") Draft draft) {
        if (check(draft) instanceof Refused(var faults)) {
            assertThat(faults).extracting(FieldFault::field).doesNotHaveDuplicates();
        }
    }

    private static PolicyCheck.Result check(Draft draft) {
        return new PolicyCheck(Draft.PREDEFINED).check(draft.proposal());
    }

    private static boolean keepsTheRules(Policy policy) {
        return scope(policy.scope())
                && methods(policy.methods())
                && questions(policy.questions())
                && codes(policy.codes())
                && help(policy.help())
                && !policy.reconfirmation().after().isNegative()
                && policy.reconfirmation().after().toDays() <= 730;
    }

    private static boolean scope(Scope scope) {
        return scope.groups().size() <= 200
                && scope.groups().stream().noneMatch(group -> group.isBlank() || group.length() > 128)
                && (scope.enablement() != Enablement.SELECTED || !scope.groups().isEmpty());
    }

    private static boolean methods(MethodRules methods) {
        var countries = methods.allowedCountries();
        return methods.offered().stream().anyMatch(kind -> kind != MethodKind.SECURITY_QUESTIONS)
                && 1 <= methods.requiredToReset()
                && methods.requiredToReset() <= 2
                && methods.requiredToReset() <= methods.requiredToRegister()
                && methods.requiredToRegister() <= methods.offered().size()
                && (countries == null
                        || !countries.isEmpty()
                                && Set.of(Locale.getISOCountries()).containsAll(countries));
    }

    private static boolean questions(QuestionRules questions) {
        var predefined = questions.predefined() == null ? Draft.PREDEFINED : questions.predefined();
        var custom = questions.custom();
        return 3 <= questions.toReset()
                && questions.toReset() <= questions.toRegister()
                && questions.toRegister() <= 5
                && questions.toRegister() <= predefined.size() + custom.size()
                && Draft.PREDEFINED.containsAll(predefined)
                && custom.stream().map(QuestionRules.Custom::id).distinct().count() == custom.size()
                && custom.stream().allMatch(question -> question.id().startsWith("custom-"));
    }

    private static boolean codes(CodeRules codes) {
        return within(codes.length(), 6, 10)
                && within(codes.phoneLifetime().toSeconds(), 60, 600)
                && within(codes.emailLifetime().toSeconds(), 60, 86_400)
                && within(codes.sendsPerMethod(), 1, 10)
                && within(codes.sendCooldown().toSeconds(), 0, 600)
                && within(codes.sendsPerDestination(), 1, 100)
                && within(codes.wrongPerMethod(), 1, 5)
                && within(codes.wrongPerUser(), 1, 10);
    }

    private static boolean help(Help help) {
        var addresses = help.administrators().stream().map(EmailAddress::canonical);
        return help.administrators().size() <= 100
                && addresses.distinct().count() == help.administrators().size()
                && (help.helpdesk() == null || help.helpdesk().length() <= 2048);
    }

    private static boolean within(long value, long min, long max) {
        return min <= value && value <= max;
    }

    /** The defaults with up to three changes, mostly at a bound or just beyond it. */
    @Provide
    static Arbitrary<Draft> proposals() {
        return change().list().ofMaxSize(3).map(changes -> {
            var draft = new Draft();
            changes.forEach(change -> change.accept(draft));
            return draft;
        });
    }

    private static Arbitrary<Consumer<Draft>> change() {
        var small = Arbitraries.integers().between(-1, 12);
        return Arbitraries.oneOf(
                Arbitraries.of(Enablement.values()).injectNull(0.2).map(x -> draft -> draft.enablement = x),
                Arbitraries.of("a", "", "b").list().ofMaxSize(3).map(x -> draft -> draft.groups = x),
                Arbitraries.of(MethodKind.values())
                        .optional(0.9)
                        .list()
                        .ofMaxSize(5)
                        .map(x -> draft -> draft.offered = x),
                small.map(x -> draft -> draft.toReset = x),
                small.map(x -> draft -> draft.toRegister = x),
                Arbitraries.of("DE", "US", "XX").list().ofMaxSize(3).map(x -> draft -> draft.countries = x),
                small.map(x -> draft -> draft.questionsToRegister = x),
                small.map(x -> draft -> draft.questionsToReset = x),
                Arbitraries.of("first-boss", "plush-toy", "sweet-shop", "mothers-name")
                        .list()
                        .ofMaxSize(4)
                        .map(x -> draft -> draft.predefined = x),
                custom().list().ofMaxSize(5).map(x -> draft -> draft.custom = x),
                around(0, 730).map(x -> draft -> draft.reconfirmAfterDays = x),
                around(6, 10).map(x -> draft -> draft.codeLength = x),
                around(60, 600).map(x -> draft -> draft.phoneLifetime = x),
                around(60, 86_400).map(x -> draft -> draft.emailLifetime = x),
                around(1, 10).map(x -> draft -> draft.sendsPerMethod = x),
                around(0, 600).map(x -> draft -> draft.cooldown = x),
                around(1, 100).map(x -> draft -> draft.sendsPerDestination = x),
                around(1, 5).map(x -> draft -> draft.wrongPerMethod = x),
                around(1, 10).map(x -> draft -> draft.wrongPerUser = x),
                Arbitraries.of("https://a.example", "a@b.example", "x")
                        .injectNull(0.2)
                        .map(x -> draft -> draft.helpdesk = x),
                Arbitraries.of("a@b.example", "A@b.example", "c@b.example", "x")
                        .<Opened>map(Opened.Readable::new)
                        .list()
                        .ofMaxSize(3)
                        .map(x -> draft -> draft.administrators = x));
    }

    private static Arbitrary<QuestionRules.Custom> custom() {
        return Arbitraries.of("custom-a", "custom-b", "custom-c", "d")
                .map(id -> new QuestionRules.Custom(id, "Who was it?"));
    }

    private static Arbitrary<Integer> around(int min, int max) {
        return Arbitraries.of(List.of(min - 1, min, min + 1, max - 1, max, max + 1));
    }
}
