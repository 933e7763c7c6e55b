package io.latchkey.registration.kafka;

import io.latchkey.messaging.decision.Opened;
import io.latchkey.messaging.sealing.LengthPrefixed;
import io.latchkey.registration.policy.DefinePolicy;
import io.latchkey.registration.policy.PolicyProposal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a DefinePolicy says, apart from its identity: equal however often its addresses are sealed. Lists carry their length,
 * and one that is absent is none that is empty.
 */
final class PolicyContent {

    private static final String ABSENT = "-";

    private final List<String> parts = new ArrayList<>(List.of("DefinePolicy"));

    private PolicyContent() {}

    static byte[] of(DefinePolicy command) {
        var content = new PolicyContent();
        var proposal = command.proposal();
        content.add(command.expectedVersion());
        content.add(proposal.scope());
        content.add(proposal.methods());
        content.add(proposal.questions());
        content.add(
                proposal.reconfirmation().afterDays(), proposal.reconfirmation().by());
        content.add(proposal.codes());
        content.add(proposal.help());
        return LengthPrefixed.of(content.parts.toArray(String[]::new));
    }

    private void add(PolicyProposal.Scope scope) {
        add(scope.enablement());
        addAll(scope.groups());
    }

    private void add(PolicyProposal.Methods methods) {
        addAll(methods.offered());
        add(methods.requiredToReset(), methods.requiredToRegister(), methods.usePrepopulatedUnproven());
        addAll(methods.allowedCountries());
    }

    private void add(PolicyProposal.Questions questions) {
        add(questions.toRegister(), questions.toReset());
        addAll(questions.predefined());
        addAll(questions.custom().stream()
                .flatMap(custom -> List.of(custom.id(), custom.text()).stream())
                .toList());
    }

    private void add(PolicyProposal.Codes codes) {
        add(codes.length(), codes.phoneLifetimeSeconds(), codes.emailLifetimeSeconds());
        add(codes.sendsPerMethod(), codes.sendCooldownSeconds(), codes.sendsPerDestination());
        add(codes.wrongPerMethod(), codes.wrongPerUser());
    }

    private void add(PolicyProposal.Help help) {
        addAll(help.helpdesk() == null ? null : List.of(help.helpdesk()));
        addAll(help.administrators().stream().map(PolicyContent::text).toList());
    }

    private static String text(Opened value) {
        return switch (value) {
            case Opened.Unreadable _ -> "?";
            case Opened.Readable(var text) -> "+" + text;
        };
    }

    private void addAll(@Nullable List<?> values) {
        if (values == null) {
            add(ABSENT);
        } else {
            add(values.size());
            values.forEach(value -> parts.add(value.toString()));
        }
    }

    private void add(@Nullable Object... values) {
        for (var value : values) {
            parts.add(Objects.toString(value, ABSENT));
        }
    }
}
