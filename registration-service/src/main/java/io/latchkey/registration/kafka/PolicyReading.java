package io.latchkey.registration.kafka;

import static java.util.Objects.requireNonNullElse;

import io.latchkey.messaging.decision.AggregateKey;
import io.latchkey.messaging.decision.Opened;
import io.latchkey.messaging.sealing.AssociatedData;
import io.latchkey.messaging.sealing.Opener;
import io.latchkey.registration.destination.EmailAddress;
import io.latchkey.registration.policy.CodeRules;
import io.latchkey.registration.policy.Enablement;
import io.latchkey.registration.policy.Help;
import io.latchkey.registration.policy.MethodRules;
import io.latchkey.registration.policy.Policies.InForce;
import io.latchkey.registration.policy.Policy;
import io.latchkey.registration.policy.QuestionRules;
import io.latchkey.registration.policy.Reconfirmation;
import io.latchkey.registration.policy.Scope;
import io.latchkey.schemas.PolicyDefined;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The policy in force, from Avro. It was judged when it was defined; what a later version of this service has written and this
 * one does not know is read as the strictest that it may mean.
 */
public record PolicyReading(Opener opener, Unreadable unreadable) {

    /** Is told of every address that cannot be opened; it is left out, and told of again whenever it is read. */
    @FunctionalInterface
    public interface Unreadable {
        void count();
    }

    public InForce read(PolicyDefined record) {
        var policy = record.getPolicy();
        return new InForce(
                record.getVersion(),
                new Policy(
                        scope(policy),
                        methods(policy),
                        questions(policy),
                        reconfirmation(policy),
                        codes(policy),
                        new Help(policy.getHelpdesk(), addresses(record))));
    }

    private List<EmailAddress> addresses(PolicyDefined record) {
        var belongsTo = new AssociatedData(
                AssociatedData.ADMINISTRATOR_ADDRESS,
                AggregateKey.tenant(record.getMetadata().getTenantId()),
                record.getAddressesId());
        return record.getPolicy().getAdministratorAddresses().stream()
                .map(address -> address(opener.open(address, belongsTo)))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<EmailAddress> address(Opened opened) {
        return switch (opened) {
            case Opened.Readable(var address) -> Optional.of(new EmailAddress(address));
            case Opened.Unreadable _ -> {
                unreadable.count();
                yield Optional.empty();
            }
        };
    }

    private static Scope scope(io.latchkey.schemas.Policy policy) {
        return new Scope(
                requireNonNullElse(PolicyConstants.enablement(policy.getEnablement()), Enablement.NONE),
                Set.copyOf(policy.getSelectedGroups()));
    }

    private static MethodRules methods(io.latchkey.schemas.Policy policy) {
        var countries = policy.getAllowedCountries();
        return new MethodRules(
                policy.getMethodsOffered().stream()
                        .flatMap(kind -> Optional.ofNullable(Constants.kind(kind)).stream())
                        .collect(Collectors.toSet()),
                policy.getMethodsRequiredToReset(),
                policy.getMethodsRequiredToRegister(),
                policy.getUsePrepopulatedUnproven(),
                countries == null ? null : Set.copyOf(countries));
    }

    private static QuestionRules questions(io.latchkey.schemas.Policy policy) {
        var predefined = policy.getPredefinedQuestions();
        return new QuestionRules(
                policy.getQuestionsToRegister(),
                policy.getQuestionsToReset(),
                predefined == null ? null : Set.copyOf(predefined),
                policy.getCustomQuestions().stream()
                        .map(custom -> new QuestionRules.Custom(custom.getQuestionId(), custom.getText()))
                        .toList());
    }

    private static Reconfirmation reconfirmation(io.latchkey.schemas.Policy policy) {
        return new Reconfirmation(
                Duration.ofDays(policy.getReconfirmAfterDays()),
                requireNonNullElse(PolicyConstants.reconfirmBy(policy.getReconfirmBy()), Reconfirmation.By.CODE));
    }

    private static CodeRules codes(io.latchkey.schemas.Policy policy) {
        return new CodeRules(
                policy.getCodeLength(),
                Duration.ofSeconds(policy.getPhoneCodeLifetimeSeconds()),
                Duration.ofSeconds(policy.getEmailCodeLifetimeSeconds()),
                policy.getSendsPerMethod(),
                Duration.ofSeconds(policy.getSendCooldownSeconds()),
                policy.getSendsPerDestination(),
                policy.getWrongCodesPerMethod(),
                policy.getWrongCodesPerUser());
    }
}
