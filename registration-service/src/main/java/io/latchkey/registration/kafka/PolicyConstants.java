package io.latchkey.registration.kafka;

import io.latchkey.registration.policy.Enablement;
import io.latchkey.registration.policy.Reconfirmation;
import io.latchkey.schemas.ReconfirmBy;
import org.jspecify.annotations.Nullable;

/** Constants of policies, in both directions; null for one that this version does not know. */
final class PolicyConstants {

    private PolicyConstants() {}

    static @Nullable Enablement enablement(io.latchkey.schemas.Enablement constant) {
        return switch (constant) {
            case UNKNOWN -> null;
            case NONE -> Enablement.NONE;
            case SELECTED -> Enablement.SELECTED;
            case ALL -> Enablement.ALL;
        };
    }

    static io.latchkey.schemas.Enablement of(Enablement enablement) {
        return switch (enablement) {
            case NONE -> io.latchkey.schemas.Enablement.NONE;
            case SELECTED -> io.latchkey.schemas.Enablement.SELECTED;
            case ALL -> io.latchkey.schemas.Enablement.ALL;
        };
    }

    static Reconfirmation.@Nullable By reconfirmBy(ReconfirmBy constant) {
        return switch (constant) {
            case UNKNOWN -> null;
            case CONFIRM -> Reconfirmation.By.CONFIRM;
            case CODE -> Reconfirmation.By.CODE;
        };
    }

    static ReconfirmBy of(Reconfirmation.By by) {
        return switch (by) {
            case CONFIRM -> ReconfirmBy.CONFIRM;
            case CODE -> ReconfirmBy.CODE;
        };
    }
}
