package io.latchkey.operations.report;

import io.latchkey.schemas.EligibilityReason;
import io.latchkey.schemas.RegistrationState;
import io.latchkey.schemas.RegistrationStatus;
import io.latchkey.schemas.Requirement;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a status.
 *
 * @param missing such as {@code METHOD 1 of MOBILE_PHONE or EMAIL; PROOF 2}; empty where nothing is
 */
record Standing(
        RegistrationState state,
        boolean registered,
        boolean enabled,
        boolean capable,
        EligibilityReason reason,
        String missing,
        @Nullable Instant dueAt,
        boolean administrator,
        long policyVersion) {

    /** Few texts, and many accounts. */
    private static final Map<String, String> SHARED = new ConcurrentHashMap<>();

    static Standing of(RegistrationStatus status) {
        var missing = status.getMissing().stream().map(Standing::text).collect(Collectors.joining("; "));
        return new Standing(
                status.getState(),
                status.getRegistered(),
                status.getEnabled(),
                status.getCapable(),
                status.getReason(),
                SHARED.computeIfAbsent(missing, text -> text),
                status.getDueAt(),
                status.getAdministrator(),
                status.getPolicyVersion());
    }

    private static String text(Requirement requirement) {
        var kinds = requirement.getKinds().stream().map(Enum::name).collect(Collectors.joining(" or "));
        return requirement.getKind() + " " + requirement.getCount() + (kinds.isEmpty() ? "" : " of " + kinds);
    }
}
