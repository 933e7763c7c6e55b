package io.latchkey.registration.policy;

import io.latchkey.messaging.decision.Opened;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A proposal that says the defaults until something is changed. */
final class Draft {

    static final Set<String> PREDEFINED = Set.of("first-boss", "plush-toy", "school-trip", "sweet-shop", "first-prize");

    @Nullable
    Enablement enablement = Enablement.ALL;

    List<String> groups = List.of();
    List<Optional<MethodKind>> offered = kinds(MethodKind.MOBILE_PHONE, MethodKind.EMAIL);
    int toReset = 1;
    int toRegister = 1;
    boolean usePrepopulatedUnproven;

    @Nullable
    List<String> countries;

    int questionsToRegister = 5;
    int questionsToReset = 3;

    @Nullable
    List<String> predefined;

    List<QuestionRules.Custom> custom = List.of();
    int reconfirmAfterDays = 180;
    Reconfirmation.@Nullable By reconfirmBy = Reconfirmation.By.CONFIRM;
    int codeLength = 6;
    int phoneLifetime = 300;
    int emailLifetime = 600;
    int sendsPerMethod = 5;
    int cooldown = 30;
    int sendsPerDestination = 10;
    int wrongPerMethod = 5;
    int wrongPerUser = 10;

    @Nullable
    String helpdesk;

    List<Opened> administrators = List.of();

    static PolicyProposal proposal(Consumer<Draft> changes) {
        var draft = new Draft();
        changes.accept(draft);
        return draft.proposal();
    }

    static PolicyProposal defaults() {
        return new Draft().proposal();
    }

    static PolicyCheck.Result check(Consumer<Draft> changes) {
        return new PolicyCheck(PREDEFINED).check(proposal(changes));
    }

    static Policy accepted(Consumer<Draft> changes) {
        return switch (check(changes)) {
            case PolicyCheck.Result.Accepted(var policy) -> policy;
            case PolicyCheck.Result.Refused(var faults) -> throw new AssertionError(faults.toString());
        };
    }

    static List<QuestionRules.Custom> questions(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new QuestionRules.Custom("custom-" + i, "What was it, number " + i + "?"))
                .toList();
    }

    static List<Opened> addresses(int count) {
        return texts(count, "admin%d@contoso.com").stream()
                .<Opened>map(Opened.Readable::new)
                .toList();
    }

    static List<String> texts(int count, String format) {
        return IntStream.range(0, count).mapToObj(format::formatted).toList();
    }

    static List<Optional<MethodKind>> kinds(MethodKind... kinds) {
        return Stream.of(kinds).map(Optional::of).toList();
    }

    PolicyProposal proposal() {
        return new PolicyProposal(
                new PolicyProposal.Scope(enablement, groups),
                new PolicyProposal.Methods(offered, toReset, toRegister, usePrepopulatedUnproven, countries),
                new PolicyProposal.Questions(questionsToRegister, questionsToReset, predefined, custom),
                new PolicyProposal.Reconfirmation(reconfirmAfterDays, reconfirmBy),
                new PolicyProposal.Codes(
                        codeLength,
                        phoneLifetime,
                        emailLifetime,
                        sendsPerMethod,
                        cooldown,
                        sendsPerDestination,
                        wrongPerMethod,
                        wrongPerUser),
                new PolicyProposal.Help(helpdesk, administrators));
    }
}
