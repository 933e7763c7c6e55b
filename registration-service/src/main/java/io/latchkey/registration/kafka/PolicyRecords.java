package io.latchkey.registration.kafka;

import io.latchkey.registration.policy.CodeRules;
import io.latchkey.registration.policy.MethodRules;
import io.latchkey.registration.policy.Policy;
import io.latchkey.registration.policy.QuestionRules;
import io.latchkey.schemas.CustomQuestion;
import io.latchkey.schemas.Sealed;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Policies to Avro. What has no order in a policy is sorted, so that equal policies are equal records. */
final class PolicyRecords {

    private PolicyRecords() {}

    /** As everybody may see it. */
    static io.latchkey.schemas.Policy withoutAddresses(Policy policy) {
        return of(policy, List.of());
    }

    /** @param addresses of administrators, sealed */
    static io.latchkey.schemas.Policy of(Policy policy, List<Sealed> addresses) {
        var record = io.latchkey.schemas.Policy.newBuilder()
                .setEnablement(PolicyConstants.of(policy.scope().enablement()))
                .setSelectedGroups(sorted(policy.scope().groups()))
                .setReconfirmAfterDays(
                        Math.toIntExact(policy.reconfirmation().after().toDays()))
                .setReconfirmBy(PolicyConstants.of(policy.reconfirmation().by()))
                .setHelpdesk(policy.help().helpdesk())
                .setAdministratorAddresses(addresses);
        return codes(questions(methods(record, policy.methods()), policy.questions()), policy.codes())
                .build();
    }

    private static io.latchkey.schemas.Policy.Builder methods(
            io.latchkey.schemas.Policy.Builder record, MethodRules methods) {
        return record.setMethodsOffered(
                        methods.offered().stream().sorted().map(Constants::of).toList())
                .setMethodsRequiredToReset(methods.requiredToReset())
                .setMethodsRequiredToRegister(methods.requiredToRegister())
                .setUsePrepopulatedUnproven(methods.usePrepopulatedUnproven())
                .setAllowedCountries(sortedOrNull(methods.allowedCountries()));
    }

    private static io.latchkey.schemas.Policy.Builder questions(
            io.latchkey.schemas.Policy.Builder record, QuestionRules questions) {
        return record.setQuestionsToRegister(questions.toRegister())
                .setQuestionsToReset(questions.toReset())
                .setPredefinedQuestions(sortedOrNull(questions.predefined()))
                .setCustomQuestions(questions.custom().stream()
                        .map(custom -> new CustomQuestion(custom.id(), custom.text()))
                        .toList());
    }

    private static io.latchkey.schemas.Policy.Builder codes(
            io.latchkey.schemas.Policy.Builder record, CodeRules codes) {
        return record.setCodeLength(codes.length())
                .setPhoneCodeLifetimeSeconds(seconds(codes.phoneLifetime()))
                .setEmailCodeLifetimeSeconds(seconds(codes.emailLifetime()))
                .setSendsPerMethod(codes.sendsPerMethod())
                .setSendCooldownSeconds(seconds(codes.sendCooldown()))
                .setSendsPerDestination(codes.sendsPerDestination())
                .setWrongCodesPerMethod(codes.wrongPerMethod())
                .setWrongCodesPerUser(codes.wrongPerUser());
    }

    private static int seconds(Duration duration) {
        return Math.toIntExact(duration.toSeconds());
    }

    private static List<String> sorted(Collection<String> texts) {
        return texts.stream().sorted().toList();
    }

    private static @Nullable List<String> sortedOrNull(@Nullable Collection<String> texts) {
        return texts == null ? null : sorted(texts);
    }
}
