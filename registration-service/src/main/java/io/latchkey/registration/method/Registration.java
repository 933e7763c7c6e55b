package io.latchkey.registration.method;

import io.latchkey.registration.account.Account;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything registration knows of one account.
 *
 * @param due null while nothing is proven, or where methods need not be confirmed
 */
public record Registration(
        Account account, Methods methods, @Nullable DueDate due) {

    static Registration of(Account account) {
        return new Registration(account, Methods.NONE, null);
    }

    Registration with(Account changed) {
        return new Registration(changed, methods, due);
    }

    Registration with(Methods changed) {
        return new Registration(account, changed, due);
    }

    Registration with(Methods changed, @Nullable DueDate next) {
        return new Registration(account, changed, next);
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
        return due == null || due.announced() || !enabled() ? null : due.at();
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
                account.place().locale());
    }

    List<Method> proven() {
        return methods.proven().stream().map(Proven::method).toList();
    }
}
