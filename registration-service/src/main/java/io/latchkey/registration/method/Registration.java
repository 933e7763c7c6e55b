package io.latchkey.registration.method;

import io.latchkey.registration.account.Account;
import io.latchkey.registration.policy.Policies.InForce;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything registration knows of one account.
 *
 * @param due null while nothing is in force, or where methods need not be confirmed
 * @param standing as the last command was judged, or the policy in force when it was last looked at
 */
public record Registration(
        Account account,
        Methods methods,
        @Nullable DueDate due,
        Progress progress,
        Register register,
        Standing standing) {

    /** Of a new account. */
    static Registration of(Account account, InForce inForce) {
        var empty = new Registration(account, Methods.NONE, null, Progress.NONE, Register.EMPTY, NOWHERE);
        return empty.with(Standing.of(empty, inForce));
    }

    private static final Standing NOWHERE =
            new Standing(0, false, false, false, EligibilityReason.NOT_REGISTERED, Map.of(), List.of(), List.of());

    Registration with(Account changed) {
        return new Registration(changed, methods, due, progress, register, standing);
    }

    Registration with(Methods changed) {
        return new Registration(account, changed, due, progress, register, standing);
    }

    Registration with(@Nullable DueDate next) {
        return new Registration(account, methods, next, progress, register, standing);
    }

    Registration with(Progress changed) {
        return new Registration(account, methods, due, changed, register, standing);
    }

    Registration with(Register changed) {
        return new Registration(account, methods, due, progress, changed, standing);
    }

    Registration with(Standing changed) {
        return new Registration(account, methods, due, progress, register, changed);
    }

    boolean enabled() {
        return account.directory().enabled();
    }

    @Nullable
    Instant dueAt() {
        return due == null ? null : due.at();
    }

    /** From when on a tick leads to something; null for never. */
    public @Nullable Instant tickAt() {
        return due == null || !enabled() ? null : due.next();
    }

    /** When something that happens at this log time counts as done. */
    Instant answeredAt(Instant logTime) {
        return due == null ? logTime : due.answeredAt(logTime);
    }

    Recipient recipient(Method method) {
        return new Recipient(
                method.id(),
                method.channel(),
                method.destination(),
                account.place().locale(),
                account.place().timeZone());
    }

    /** Everybody who has access by a proven method, once each: a mobile phone may be the office's too. */
    List<Recipient> everybody() {
        var seen = new HashSet<String>();
        return proven().stream()
                .filter(method -> seen.add(method.destination().canonical()))
                .map(this::recipient)
                .toList();
    }

    List<Method> proven() {
        return methods.proven().stream().map(Proven::method).toList();
    }
}
