package io.latchkey.registration.aggregate;

import io.latchkey.registration.method.MethodCommand;
import io.latchkey.registration.policy.DefinePolicy;

/** What an account or a tenant reacts to. */
public sealed interface Command {

    record ToAccount(MethodCommand command) implements Command {}

    record ToTenant(DefinePolicy command) implements Command {}
}
