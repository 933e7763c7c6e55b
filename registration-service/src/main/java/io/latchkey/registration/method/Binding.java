package io.latchkey.registration.method;

import io.latchkey.messaging.decision.Mask;
import io.latchkey.registration.policy.MethodKind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A method that was bound to the account once: kept for as long as the account, as NIST SP 800-63B-4, 3.2.1 asks.
 *
 * @param mask what may be shown of it; null for security questions
 * @param boundAt when it was proven, or taken
 * @param unboundAt when it was removed or replaced; null while it is bound
 */
public record Binding(
        MethodId id,
        MethodKind kind,
        @Nullable Mask mask,
        Instant boundAt,
        @Nullable Instant unboundAt) {

    Binding unbound(Instant at) {
        return new Binding(id, kind, mask, boundAt, at);
    }
}
