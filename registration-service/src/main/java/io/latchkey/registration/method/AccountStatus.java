package io.latchkey.registration.method;

import io.latchkey.registration.policy.Policies.InForce;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where an account stands at a moment by the policy in force: all that people and administrators may see of it.
 *
 * @param standing by that policy, not by the one that the account was last judged by
 * @param verdict what the person is told who wants to reset a password
 * @param due null while nothing is in force, or where methods need not be confirmed
 * @param register every method that was ever bound
 */
public record AccountStatus(
        long generation,
        boolean administrator,
        RegistrationState state,
        Standing standing,
        Verdict verdict,
        List<ListedMethod> methods,
        @Nullable DueDate due,
        @Nullable Instant completedAt,
        List<Binding> register) {

    public static AccountStatus of(Registration registration, InForce inForce, Instant now) {
        var account = registration.account();
        var standing = Standing.of(registration, inForce);
        return new AccountStatus(
                account.generation(),
                account.directory().administrator(),
                RegistrationState.of(registration, standing),
                standing,
                Verdict.of(registration, standing, now),
                new Listing(registration.with(standing)).methods(),
                registration.due(),
                registration.progress().completedAt(),
                registration.register().bindings());
    }
}
