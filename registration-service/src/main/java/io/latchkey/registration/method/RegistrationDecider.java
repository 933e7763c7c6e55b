package io.latchkey.registration.method;

import io.latchkey.messaging.decision.Context;
import io.latchkey.messaging.decision.Decider;
import io.latchkey.messaging.decision.Decision;
import io.latchkey.messaging.decision.Refusal;
import io.latchkey.registration.destination.DestinationHashes;
import io.latchkey.registration.destination.PhoneNumbers;
import io.latchkey.registration.method.MethodCommand.CodeVerified;
import io.latchkey.registration.method.MethodCommand.ConfirmMethod;
import io.latchkey.registration.method.MethodCommand.PersonCommand;
import io.latchkey.registration.method.MethodCommand.ProvisionAccount;
import io.latchkey.registration.method.MethodCommand.ReconfirmTick;
import io.latchkey.registration.method.MethodCommand.RegisterMethod;
import io.latchkey.registration.method.MethodOutcome.CommandRejected;
import org.jspecify.annotations.Nullable;

/** The rules of registration. */
public final class RegistrationDecider implements Decider<Registration, MethodCommand, MethodOutcome> {

    private final Registering registering;
    private final Proving proving;
    private final Reconfirming reconfirming;

    public RegistrationDecider(Policy policy, PhoneNumbers phoneNumbers, DestinationHashes hashes) {
        var dueDates = new DueDates(policy.reconfirmAfter());
        registering = new Registering(new Destinations(policy.methodsOffered(), phoneNumbers), hashes);
        proving = new Proving(dueDates);
        reconfirming = new Reconfirming(dueDates);
    }

    @Override
    public Decision<Registration, MethodOutcome> decide(
            @Nullable Registration state, MethodCommand command, Context context) {
        return state == null ? unknown(command) : known(state, command, context);
    }

    private static Decision<Registration, MethodOutcome> unknown(MethodCommand command) {
        return switch (command) {
            case ProvisionAccount provision -> Provisioning.decide(null, provision);
            case PersonCommand _ -> Decision.retriable(null, CommandRejected.because(RejectionReason.UNKNOWN_ACCOUNT));
            case CodeVerified _ -> Decision.of(null);
            case ReconfirmTick _ -> Decision.of(null);
        };
    }

    private Decision<Registration, MethodOutcome> known(Registration state, MethodCommand command, Context context) {
        return switch (command) {
            case ProvisionAccount provision -> Provisioning.decide(state, provision);
            case PersonCommand asked
            when !state.enabled() -> Decision.of(state, CommandRejected.because(RejectionReason.ACCOUNT_DISABLED));
            case RegisterMethod register -> registering.decide(state, register, context);
            case ConfirmMethod confirm -> reconfirming.decide(state, confirm, context);
            case CodeVerified verified -> proving.decide(state, verified, context);
            case ReconfirmTick tick -> reconfirming.decide(state, tick);
        };
    }

    @Override
    public MethodOutcome refused(MethodCommand command, Refusal refusal) {
        return switch (refusal) {
            case Refusal.CommandIdReused(var commandId) -> CommandRejected.reused(commandId);
            case Refusal.RateLimited _ -> CommandRejected.because(RejectionReason.RATE_LIMITED);
        };
    }
}
