package io.latchkey.registration.method;

import io.latchkey.registration.policy.MethodKind;
import java.time.Duration;
import java.util.Set;

/**
 * What a tenant's accounts may and must do.
 *
 * @param reconfirmAfter how long a proof or confirmation holds; zero for ever
 */
public record Policy(Set<MethodKind> methodsOffered, Duration reconfirmAfter) {
    public Policy {
        methodsOffered = Set.copyOf(methodsOffered);
    }
}
