package io.latchkey.registration.method;

import io.latchkey.registration.policy.MethodKind;
import java.util.List;

/**
 * Something that is missing or recommended.
 *
 * @param kinds of methods that would do
 */
public record Requirement(Kind kind, int count, List<MethodKind> kinds) {

    public Requirement {
        kinds = kinds.stream().sorted().toList();
    }

    static Requirement of(Kind kind, int count) {
        return new Requirement(kind, count, List.of());
    }

    /** What it is about. */
    public enum Kind {
        METHOD,
        /** Questions never suffice alone. */
        METHOD_BESIDE_QUESTIONS,
        /** The methods there are, proven again. */
        PROOF_AGAIN,
        /** A code for a method that is registered and not proven. */
        PROOF
    }
}
