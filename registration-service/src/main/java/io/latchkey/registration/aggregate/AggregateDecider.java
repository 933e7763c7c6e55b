package io.latchkey.registration.aggregate;

import io.latchkey.messaging.decision.Context;
import io.latchkey.messaging.decision.Decider;
import io.latchkey.messaging.decision.Decision;
import io.latchkey.messaging.decision.Refusal;
import io.latchkey.registration.destination.DestinationHashes;
import io.latchkey.registration.destination.PhoneNumbers;
import io.latchkey.registration.method.MethodOutcome;
import io.latchkey.registration.method.MethodOutcome.CommandRejected;
import io.latchkey.registration.method.Registration;
import io.latchkey.registration.method.RegistrationDecider;
import io.latchkey.registration.policy.Policies;
import io.latchkey.registration.policy.PolicyDecider;
import io.latchkey.registration.policy.PolicyOutcome;
import io.latchkey.registration.policy.TenantPolicy;
import io.latchkey.registration.question.QuestionId;
import io.latchkey.registration.question.QuestionList;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Gives each command to the rules that it belongs to. */
public record AggregateDecider(RegistrationDecider accounts, PolicyDecider tenants)
        implements Decider<State, Command, Outcome> {

    public static AggregateDecider of(Policies policies, PhoneNumbers phoneNumbers, DestinationHashes hashes) {
        var questions = QuestionList.PREDEFINED.predefined().stream()
                .map(QuestionId::value)
                .collect(Collectors.toUnmodifiableSet());
        return new AggregateDecider(
                new RegistrationDecider(policies, phoneNumbers, hashes), new PolicyDecider(questions));
    }

    @Override
    public Decision<State, Outcome> decide(@Nullable State state, Command command, Context context) {
        return switch (command) {
            case Command.ToAccount(var asked) -> accountDecision(accounts.decide(account(state), asked, context));
            case Command.ToTenant(var asked) -> tenantDecision(tenants.decide(tenant(state), asked, context));
        };
    }

    @Override
    public long generation(State state) {
        return switch (state) {
            case State.OfAccount(var registration) -> accounts.generation(registration);
            case State.OfTenant _ -> 1;
        };
    }

    private static @Nullable Registration account(@Nullable State state) {
        return state == null ? null : ((State.OfAccount) state).registration();
    }

    private static @Nullable TenantPolicy tenant(@Nullable State state) {
        return state == null ? null : ((State.OfTenant) state).policy();
    }

    private static Decision<State, Outcome> accountDecision(Decision<Registration, MethodOutcome> decided) {
        var next = decided.next();
        return new Decision<>(
                next == null ? null : new State.OfAccount(next),
                decided.outcomes().stream().<Outcome>map(Outcome.OfAccount::new).toList(),
                decided.remembered());
    }

    private static Decision<State, Outcome> tenantDecision(Decision<TenantPolicy, PolicyOutcome> decided) {
        var next = decided.next();
        return new Decision<>(
                next == null ? null : new State.OfTenant(next),
                decided.outcomes().stream().<Outcome>map(Outcome.OfTenant::new).toList(),
                decided.remembered());
    }

    @Override
    public Outcome refused(Command command, Refusal refusal) {
        return new Outcome.OfAccount(CommandRejected.refused(refusal));
    }
}
