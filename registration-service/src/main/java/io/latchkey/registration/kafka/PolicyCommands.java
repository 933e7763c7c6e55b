package io.latchkey.registration.kafka;

import io.latchkey.messaging.decision.AggregateKey;
import io.latchkey.messaging.decision.Opened;
import io.latchkey.messaging.sealing.AssociatedData;
import io.latchkey.messaging.sealing.Opener;
import io.latchkey.registration.policy.PolicyProposal;
import io.latchkey.registration.policy.QuestionRules;
import io.latchkey.schemas.CommandMetadata;
import io.latchkey.schemas.DefinePolicy;
import io.latchkey.schemas.Policy;
import java.util.List;
import java.util.Optional;

/** DefinePolicy to the command: opens administrators' addresses and judges nothing. */
record PolicyCommands(Opener opener) {

    io.latchkey.registration.policy.DefinePolicy read(DefinePolicy record) {
        return new io.latchkey.registration.policy.DefinePolicy(
                record.getMetadata().getCommandId(),
                proposal(record.getPolicy(), addresses(record)),
                record.getExpectedVersion());
    }

    private List<Opened> addresses(DefinePolicy record) {
        var belongsTo = belongsTo(record.getMetadata());
        return record.getPolicy().getAdministratorAddresses().stream()
                .map(address -> opener.open(address, belongsTo))
                .toList();
    }

    private static AssociatedData belongsTo(CommandMetadata metadata) {
        return new AssociatedData(
                AssociatedData.ADMINISTRATOR_ADDRESS,
                AggregateKey.tenant(metadata.getTenantId()),
                metadata.getCommandId());
    }

    private static PolicyProposal proposal(Policy policy, List<Opened> addresses) {
        return new PolicyProposal(
                new PolicyProposal.Scope(
                        PolicyConstants.enablement(policy.getEnablement()), policy.getSelectedGroups()),
                methods(policy),
                questions(policy),
                new PolicyProposal.Reconfirmation(
                        policy.getReconfirmAfterDays(), PolicyConstants.reconfirmBy(policy.getReconfirmBy())),
                codes(policy),
                new PolicyProposal.Help(policy.getHelpdesk(), addresses));
    }

    private static PolicyProposal.Methods methods(Policy policy) {
        return new PolicyProposal.Methods(
                policy.getMethodsOffered().stream()
                        .map(kind -> Optional.ofNullable(Constants.kind(kind)))
                        .toList(),
                policy.getMethodsRequiredToReset(),
                policy.getMethodsRequiredToRegister(),
                policy.getUsePrepopulatedUnproven(),
                policy.getAllowedCountries());
    }

    private static PolicyProposal.Questions questions(Policy policy) {
        return new PolicyProposal.Questions(
                policy.getQuestionsToRegister(),
                policy.getQuestionsToReset(),
                policy.getPredefinedQuestions(),
                policy.getCustomQuestions().stream()
                        .map(custom -> new QuestionRules.Custom(custom.getQuestionId(), custom.getText()))
                        .toList());
    }

    private static PolicyProposal.Codes codes(Policy policy) {
        return new PolicyProposal.Codes(
                policy.getCodeLength(),
                policy.getPhoneCodeLifetimeSeconds(),
                policy.getEmailCodeLifetimeSeconds(),
                policy.getSendsPerMethod(),
                policy.getSendCooldownSeconds(),
                policy.getSendsPerDestination(),
                policy.getWrongCodesPerMethod(),
                policy.getWrongCodesPerUser());
    }
}
