package io.latchkey.registration.method;

import io.latchkey.messaging.decision.Mask;
import io.latchkey.registration.destination.Channel;
import io.latchkey.registration.policy.MethodKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A method of an account, masked.
 *
 * @param channel null for security questions, as is {@code mask}
 * @param counts whether it counts towards a reset
 * @param provenAt null where it was not proven yet, as is {@code confirmedAt}
 */
public record MethodStatus(
        MethodId id,
        MethodKind kind,
        @Nullable Channel channel,
        @Nullable Mask mask,
        State state,
        boolean counts,
        Instant registeredAt,
        @Nullable Instant provenAt,
        @Nullable Instant confirmedAt) {

    /** How far a method has come. */
    public enum State {
        /** Put down by an administrator, not proven. */
        PREPOPULATED,
        /** Registered by the person, not proven. */
        UNPROVEN,
        /** Proven, and in force. */
        PROVEN,
        /** Proven once, to be proven again before it counts. */
        TO_BE_PROVEN_AGAIN
    }

    /** The proven ones first. */
    static List<MethodStatus> of(Counting counting) {
        var methods = counting.registration().methods();
        var all = new ArrayList<MethodStatus>();
        methods.proven().forEach(proven -> all.add(of(proven, counting)));
        methods.unproven().forEach(unproven -> all.add(of(unproven, counting)));
        if (methods.questions() != null) {
            all.add(of(methods.questions(), counting));
        }
        return List.copyOf(all);
    }

    private static MethodStatus of(Proven proven, Counting counting) {
        return of(
                proven.method(),
                proven(proven.provenAt(), counting),
                counting.counts(proven),
                proven.provenAt(),
                proven.confirmedAt());
    }

    private static MethodStatus of(Method unproven, Counting counting) {
        var state = unproven.prepopulated() ? State.PREPOPULATED : State.UNPROVEN;
        return of(unproven, state, counting.counts(unproven), null, null);
    }

    private static MethodStatus of(
            Method method, State state, boolean counts, @Nullable Instant provenAt, @Nullable Instant confirmedAt) {
        return new MethodStatus(
                method.id(),
                method.kind(),
                method.channel(),
                method.destination().mask(),
                state,
                counts,
                method.registeredAt(),
                provenAt,
                confirmedAt);
    }

    private static MethodStatus of(Questions questions, Counting counting) {
        var answeredAt = questions.answers().registeredAt();
        return new MethodStatus(
                questions.id(),
                MethodKind.SECURITY_QUESTIONS,
                null,
                null,
                proven(answeredAt, counting),
                counting.counts(questions),
                answeredAt,
                answeredAt,
                questions.confirmedAt());
    }

    private static State proven(Instant at, Counting counting) {
        return counting.provenSinceAskedAgain(at) ? State.PROVEN : State.TO_BE_PROVEN_AGAIN;
    }
}
