package io.latchkey.registration.method;

import io.latchkey.messaging.decision.Context;
import io.latchkey.messaging.decision.Decider;
import io.latchkey.messaging.decision.Decision;
import io.latchkey.messaging.decision.Refusal;
import io.latchkey.registration.destination.DestinationHashes;
import io.latchkey.registration.destination.PhoneNumbers;
import io.latchkey.registration.method.MethodCommand.AdministratorCommand;
import io.latchkey.registration.method.MethodCommand.CodeVerified;
import io.latchkey.registration.method.MethodCommand.CompleteRegistration;
import io.latchkey.registration.method.MethodCommand.ConfirmMethod;
import io.latchkey.registration.method.MethodCommand.ContactAdministrator;
import io.latchkey.registration.method.MethodCommand.EraseUser;
import io.latchkey.registration.method.MethodCommand.GuessesExhausted;
import io.latchkey.registration.method.MethodCommand.PersonCommand;
import io.latchkey.registration.method.MethodCommand.PrepopulateMethod;
import io.latchkey.registration.method.MethodCommand.ProvisionAccount;
import io.latchkey.registration.method.MethodCommand.ReconfirmTick;
import io.latchkey.registration.method.MethodCommand.RegisterMethod;
import io.latchkey.registration.method.MethodCommand.RegisterSecurityAnswers;
import io.latchkey.registration.method.MethodCommand.RemoveMethod;
import io.latchkey.registration.method.MethodCommand.RemoveMethodAsAdministrator;
import io.latchkey.registration.method.MethodCommand.Report;
import io.latchkey.registration.method.MethodCommand.RequireReregistration;
import io.latchkey.registration.method.MethodOutcome.CommandRejected;
import io.latchkey.registration.policy.Policies;
import org.jspecify.annotations.Nullable;

/** The rules of accounts: each command is judged by the policy in force of its tenant. */
public final class RegistrationDecider implements Decider<Registration, MethodCommand, MethodOutcome> {

    private final Policies policies;
    private final Registering registering;
    private final Confirming confirming;

    public RegistrationDecider(Policies policies, PhoneNumbers phoneNumbers, DestinationHashes hashes) {
        this.policies = policies;
        registering = new Registering(new Destinations(phoneNumbers), hashes);
        confirming = new Confirming(registering);
    }

    @Override
    public Decision<Registration, MethodOutcome> decide(
            @Nullable Registration state, MethodCommand command, Context context) {
        var asked = new Case(command.key(), context, policies.of(command.key().tenantId()));
        return state == null ? unknown(command, asked) : known(state, command, asked);
    }

    @Override
    public long generation(Registration state) {
        return state.account().generation();
    }

    private static Decision<Registration, MethodOutcome> unknown(MethodCommand command, Case asked) {
        return switch (command) {
            case ProvisionAccount provision -> Provisioning.decide(null, provision, asked);
            case PersonCommand _, AdministratorCommand _, ContactAdministrator _ ->
                Decision.retriable(null, CommandRejected.because(RejectionReason.UNKNOWN_ACCOUNT));
            case Report _ -> Decision.of(null);
        };
    }

    private Decision<Registration, MethodOutcome> known(Registration state, MethodCommand command, Case asked) {
        return switch (command) {
            case ProvisionAccount provision -> Provisioning.decide(state, provision, asked);
            case PersonCommand _
            when !state.enabled() -> Decision.of(state, CommandRejected.because(RejectionReason.ACCOUNT_DISABLED));
            case RegisterMethod register -> registering.decide(state, register, asked);
            case ConfirmMethod confirm -> confirming.decide(state, confirm, asked);
            case RemoveMethod remove -> Removing.remove(state, remove.methodId(), Origin.PERSON, asked);
            case RegisterSecurityAnswers answers -> Answering.decide(state, answers, asked);
            case CompleteRegistration _ -> Completing.decide(state, asked);
            case ContactAdministrator _ -> Helping.decide(state, asked);
            case PrepopulateMethod prepopulate -> registering.decide(state, prepopulate, asked);
            case RemoveMethodAsAdministrator remove ->
                Removing.remove(state, remove.methodId(), Origin.ADMINISTRATOR, asked);
            case RequireReregistration _ -> Removing.requireAnew(state, asked);
            case EraseUser _ -> Erasing.decide(state, asked);
            case CodeVerified verified -> Proving.decide(state, verified, asked);
            case GuessesExhausted exhausted -> Proving.decide(state, exhausted);
            case ReconfirmTick tick -> Reconfirming.decide(state, tick, asked);
        };
    }

    @Override
    public MethodOutcome refused(MethodCommand command, Refusal refusal) {
        return CommandRejected.refused(refusal);
    }
}
