package io.latchkey.registration.policy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The one reply to {@link DefinePolicy}. */
public sealed interface PolicyOutcome {

    /**
     * The policy is what was asked for. Where it was that before, it keeps its version and {@code previous} equals
     * {@code policy}.
     *
     * @param previous null where only the defaults were in force
     */
    record PolicyChanged(
            long version, Policy policy, @Nullable Policy previous) implements PolicyOutcome {}

    /** @param faults every one of them, at least one */
    record PolicyRefused(List<FieldFault> faults) implements PolicyOutcome {
        public PolicyRefused {
            faults = List.copyOf(faults);
        }

        /** The one that stands for all where only one can be named: what could not even be read comes first. */
        public FieldFault first() {
            return faults.stream().filter(FieldFault::unreadable).findFirst().orElseGet(faults::getFirst);
        }
    }

    /** Somebody else defined a policy in between. Nothing of the proposal was judged. */
    record VersionConflict() implements PolicyOutcome {}
}
