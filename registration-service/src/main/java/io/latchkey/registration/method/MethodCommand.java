package io.latchkey.registration.method;

import io.latchkey.messaging.decision.AggregateKey;
import io.latchkey.messaging.decision.Opened;
import io.latchkey.registration.account.DirectoryEntry;
import io.latchkey.registration.account.PasswordManagement;
import io.latchkey.registration.account.Place;
import io.latchkey.registration.destination.Channel;
import io.latchkey.registration.policy.MethodKind;
import io.latchkey.registration.question.PreparedAnswers;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything registration reacts to about an account, opened and not yet judged. Where a constant may be null, the sender
 * used one that this version does not know.
 */
public sealed interface MethodCommand {

    AggregateKey key();

    /** What people ask through a portal; refused while their account is unknown or disabled. */
    sealed interface PersonCommand extends MethodCommand {}

    /** What administrators ask about an account that exists, disabled or not. */
    sealed interface AdministratorCommand extends MethodCommand {}

    /** What a service tells; replied to nobody. */
    sealed interface Report extends MethodCommand {}

    record ProvisionAccount(
            AggregateKey key,
            DirectoryEntry directory,
            @Nullable PasswordManagement passwordManagement,
            @Nullable Opened signInAddress,
            @Nullable Opened displayName,
            Place place)
            implements MethodCommand {}

    /** What somebody wants to be reached at. */
    record Wish(@Nullable MethodKind kind, @Nullable Channel channel, Opened destination) {}

    record RegisterMethod(AggregateKey key, Wish wish) implements PersonCommand {
        public RegisterMethod(
                AggregateKey key, @Nullable MethodKind kind, @Nullable Channel channel, Opened destination) {
            this(key, new Wish(kind, channel, destination));
        }
    }

    record ConfirmMethod(AggregateKey key, List<MethodId> methodIds) implements PersonCommand {
        public ConfirmMethod {
            methodIds = List.copyOf(methodIds);
        }
    }

    record RemoveMethod(AggregateKey key, MethodId methodId) implements PersonCommand {}

    record RegisterSecurityAnswers(AggregateKey key, PreparedAnswers answers) implements PersonCommand {}

    record CompleteRegistration(AggregateKey key) implements PersonCommand {}

    /** Asked by people of disabled accounts too. */
    record ContactAdministrator(AggregateKey key) implements MethodCommand {}

    /** SetOfficePhone is one with a kind of its own. */
    record PrepopulateMethod(AggregateKey key, Wish wish) implements AdministratorCommand {}

    record RemoveMethodAsAdministrator(AggregateKey key, MethodId methodId) implements AdministratorCommand {}

    record RequireReregistration(AggregateKey key) implements AdministratorCommand {}

    record EraseUser(AggregateKey key) implements AdministratorCommand {}

    /** Verification saw the right code for this method. */
    record CodeVerified(AggregateKey key, MethodId methodId) implements Report {}

    /** @param lockedUntil null where only a method is locked */
    record GuessesExhausted(AggregateKey key, @Nullable Instant lockedUntil) implements Report {}

    /** @param asOf the scanner's clock, by which the due date is judged */
    record ReconfirmTick(AggregateKey key, Instant asOf) implements Report {}
}
