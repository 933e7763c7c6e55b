package io.latchkey.registration.method;

import io.latchkey.registration.account.DirectoryEntry;
import io.latchkey.registration.account.PasswordManagement;
import io.latchkey.registration.account.Place;

import io.latchkey.messaging.decision.AggregateKey;
import io.latchkey.messaging.decision.Opened;
import io.latchkey.registration.destination.Channel;
import io.latchkey.registration.policy.MethodKind;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything registration reacts to, opened and not yet judged. Where a constant may be null, the sender used one that
 * this version does not know.
 */
public sealed interface MethodCommand {

    AggregateKey key();

    /** What people ask through a portal; refused while their account is unknown or disabled. */
    sealed interface PersonCommand extends MethodCommand {}

    record ProvisionAccount(
            AggregateKey key,
            DirectoryEntry directory,
            @Nullable PasswordManagement passwordManagement,
            @Nullable Opened signInAddress,
            @Nullable Opened displayName,
            Place place)
            implements MethodCommand {}

    record RegisterMethod(
            AggregateKey key,
            @Nullable MethodKind kind,
            @Nullable Channel channel,
            Opened destination) implements PersonCommand {}

    record ConfirmMethod(AggregateKey key, List<MethodId> methodIds) implements PersonCommand {
        public ConfirmMethod {
            methodIds = List.copyOf(methodIds);
        }
    }

    /** Verification saw the right code for this method. */
    record CodeVerified(AggregateKey key, MethodId methodId) implements MethodCommand {}

    /** @param asOf the scanner's clock, by which the due date is judged */
    record ReconfirmTick(AggregateKey key, Instant asOf) implements MethodCommand {}
}
