package io.latchkey.registration.aggregate;

import io.latchkey.registration.method.Registration;
import io.latchkey.registration.policy.TenantPolicy;

/** What is kept of an account or of a tenant. */
public sealed interface State {

    record OfAccount(Registration registration) implements State {}

    record OfTenant(TenantPolicy policy) implements State {}
}
