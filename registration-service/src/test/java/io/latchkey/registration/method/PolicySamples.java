package io.latchkey.registration.method;

import io.latchkey.registration.destination.EmailAddress;
import io.latchkey.registration.policy.Help;
import io.latchkey.registration.policy.MethodKind;
import io.latchkey.registration.policy.MethodRules;
import io.latchkey.registration.policy.Policy;
import io.latchkey.registration.policy.QuestionRules;
import io.latchkey.registration.policy.Reconfirmation;
import io.latchkey.registration.policy.Scope;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** The defaults, with something else here and there. */
record PolicySamples(Policy policy) {

    static final EmailAddress ADMINISTRATOR = new EmailAddress("help@contoso.com");

    static PolicySamples offering(MethodKind... kinds) {
        return new PolicySamples(Policy.DEFAULT)
                .with(new MethodRules(Set.of(kinds), 1, 1, false, null))
                .with(new QuestionRules(3, 3, null, List.of()));
    }

    static PolicySamples offeringAll() {
        return offering(MethodKind.values());
    }

    PolicySamples requiring(int toRegister) {
        var rules = policy.methods();
        return with(new MethodRules(
                rules.offered(),
                Math.min(2, toRegister),
                toRegister,
                rules.usePrepopulatedUnproven(),
                rules.allowedCountries()));
    }

    PolicySamples usingUnproven() {
        var rules = policy.methods();
        return with(new MethodRules(
                rules.offered(), rules.requiredToReset(), rules.requiredToRegister(), true, rules.allowedCountries()));
    }

    PolicySamples allowing(String... countries) {
        var rules = policy.methods();
        return with(new MethodRules(
                rules.offered(),
                rules.requiredToReset(),
                rules.requiredToRegister(),
                rules.usePrepopulatedUnproven(),
                Set.of(countries)));
    }

    PolicySamples asking(int questions) {
        return with(new QuestionRules(questions, 3, null, List.of()));
    }

    PolicySamples reconfirming(int days, Reconfirmation.By by) {
        return new PolicySamples(new Policy(
                policy.scope(),
                policy.methods(),
                policy.questions(),
                new Reconfirmation(Duration.ofDays(days), by),
                policy.codes(),
                policy.help()));
    }

    PolicySamples with(Scope scope) {
        return new PolicySamples(new Policy(
                scope, policy.methods(), policy.questions(), policy.reconfirmation(), policy.codes(), policy.help()));
    }

    PolicySamples with(MethodRules methods) {
        return new PolicySamples(new Policy(
                policy.scope(), methods, policy.questions(), policy.reconfirmation(), policy.codes(), policy.help()));
    }

    PolicySamples with(QuestionRules questions) {
        return new PolicySamples(new Policy(
                policy.scope(), policy.methods(), questions, policy.reconfirmation(), policy.codes(), policy.help()));
    }

    PolicySamples with(Help help) {
        return new PolicySamples(new Policy(
                policy.scope(), policy.methods(), policy.questions(), policy.reconfirmation(), policy.codes(), help));
    }

    /** Somebody who is told. */
    PolicySamples helping() {
        return with(new Help(null, List.of(ADMINISTRATOR)));
    }
}
