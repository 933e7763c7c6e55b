package io.latchkey.registration.method;

import io.latchkey.messaging.decision.Mask;
import io.latchkey.registration.destination.Channel;
import io.latchkey.registration.policy.MethodKind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A method as it may be shown.
 *
 * @param channel null for security questions, as is the mask
 * @param counts towards a reset
 * @param provenAt when it was proven, or taken; null if it was not
 * @param confirmedAt when it was last known to be true; null if it is not proven
 */
public record ListedMethod(
        MethodId id,
        MethodKind kind,
        @Nullable Channel channel,
        @Nullable Mask mask,
        MethodState state,
        boolean counts,
        Instant registeredAt,
        @Nullable Instant provenAt,
        @Nullable Instant confirmedAt) {}
