package io.latchkey.registration.aggregate;

import io.latchkey.registration.method.MethodOutcome;
import io.latchkey.registration.policy.PolicyOutcome;

/** What follows for an account or a tenant. */
public sealed interface Outcome {

    /** Also of a tenant's command that the engine refuses. */
    record OfAccount(MethodOutcome outcome) implements Outcome {}

    record OfTenant(PolicyOutcome outcome) implements Outcome {}
}
