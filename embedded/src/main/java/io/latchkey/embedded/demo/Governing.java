package io.latchkey.embedded.demo;

import static java.util.stream.Collectors.toSet;

import io.latchkey.schemas.CommandRejected;
import io.latchkey.schemas.CommandRejectionReason;
import io.latchkey.schemas.CustomQuestion;
import io.latchkey.schemas.Enablement;
import io.latchkey.schemas.FieldFault;
import io.latchkey.schemas.MethodKind;
import io.latchkey.schemas.Policy;
import io.latchkey.schemas.PolicyChanged;
import io.latchkey.schemas.PolicyDefined;
import io.latchkey.schemas.topics.Topic;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** First chapter: what the tenant's accounts may and must do. */
record Governing(Stage stage, Administrator administrator, Followers followers) {

    static final String CUSTOM_QUESTION = "custom-first-desk";

    private static final Set<String> FAULTS = Set.of(
            "policy.selectedGroups",
            "policy.methodsRequiredToReset",
            "policy.questionsToRegister",
            "policy.reconfirmAfterDays",
            "policy.codeLength",
            "policy.helpdesk");

    /** Nobody waits between two codes: a story has no time for it. */
    static Policy.Builder quick() {
        return Policy.newBuilder().setSendCooldownSeconds(0).setSendsPerMethod(10);
    }

    void aWrongPolicyIsRefused() {
        stage.step("An administrator defines a policy with six mistakes, and is told of each");
        var wrong = quick().setEnablement(Enablement.SELECTED)
                .setMethodsRequiredToReset(3)
                .setQuestionsToRegister(9)
                .setReconfirmAfterDays(1_000)
                .setCodeLength(4)
                .setHelpdesk("ask Bob");
        var rejected = stage.reply(CommandRejected.class, stage.says(administrator.defines(wrong, List.of())));
        stage.expect("the reason", CommandRejectionReason.INVALID_FIELD, rejected.getReason());
        var named = rejected.getFaults().stream().map(FieldFault::getField).collect(toSet());
        stage.expect("the fields at fault", FAULTS, named);
    }

    /** Of a group's members, with questions and office phones; three methods to register and two to reset. */
    void thePolicyIsDefined(String group, List<String> administrators) {
        stage.step(
                "An administrator defines the policy: for a group, with all four methods, three of them to register");
        var policy = quick().setEnablement(Enablement.SELECTED)
                .setSelectedGroups(List.of(group))
                .setMethodsOffered(List.of(
                        MethodKind.MOBILE_PHONE,
                        MethodKind.EMAIL,
                        MethodKind.OFFICE_PHONE,
                        MethodKind.SECURITY_QUESTIONS))
                .setMethodsRequiredToReset(2)
                .setMethodsRequiredToRegister(3)
                .setQuestionsToRegister(3)
                .setCustomQuestions(
                        List.of(new CustomQuestion(CUSTOM_QUESTION, "What stood on your first desk here?")));
        var changed = takesEffect(policy, administrators);
        stage.expect("the administrators to be told", administrators.size(), changed.getAdministratorCount());
    }

    /** Returns when the services keep to it. */
    PolicyChanged takesEffect(Policy.Builder policy, List<String> administrators) {
        var command = stage.says(administrator.defines(policy, administrators));
        var changed = stage.reply(PolicyChanged.class, command);
        stage.expect(
                "the addresses in the event", List.of(), changed.getPolicy().getAdministratorAddresses());
        var defined = stage.shown(PolicyDefined.class, onTheTopic(changed.getVersion()), command);
        stage.expect(
                "the sealed addresses on the topic",
                administrators.size(),
                defined.getPolicy().getAdministratorAddresses().size());
        followers.await(administrator.tenant(), changed.getVersion(), Duration.ZERO);
        return changed;
    }

    private Observed onTheTopic(long version) {
        var topic = stage.portal().name(Topic.POLICIES);
        return stage.portal()
                .journal()
                .await(
                        "the policy on its topic",
                        seen -> seen.topic().equals(topic)
                                && seen.hasKey(administrator.tenant())
                                && seen.content() instanceof PolicyDefined defined
                                && defined.getVersion() == version);
    }
}
