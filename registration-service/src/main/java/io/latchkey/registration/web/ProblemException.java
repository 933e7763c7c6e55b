package io.latchkey.registration.web;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Ends a request with a problem. */
final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ProblemKind kind;
    private final transient List<Problem.Fault> faults;
    private final @Nullable Duration retryAfter;

    private ProblemException(ProblemKind kind, List<Problem.Fault> faults, @Nullable Duration retryAfter) {
        super(kind.title());
        this.kind = kind;
        this.faults = faults;
        this.retryAfter = retryAfter;
    }

    ProblemException(ProblemKind kind) {
        this(kind, List.of(), null);
    }

    ProblemException(ProblemKind kind, List<Problem.Fault> faults) {
        this(kind, faults, null);
    }

    ProblemException(ProblemKind kind, Duration retryAfter) {
        this(kind, List.of(), retryAfter);
    }

    static ProblemException parameter(String name, String requirement) {
        return new ProblemException(ProblemKind.INVALID_PARAMETER, List.of(new Problem.Fault(name, requirement)));
    }

    Problem problem() {
        return Problem.of(kind, faults);
    }

    @Nullable
    Duration retryAfter() {
        return retryAfter;
    }
}
