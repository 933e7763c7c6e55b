package io.latchkey.verification.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where the proof of one registered method stands. */
public sealed interface Challenge {

    /** A code older than this many newer ones of its method is UNKNOWN_CODE instead of SUPERSEDED. */
    int REMEMBERED_CODES = 20;

    MethodId methodId();

    MethodKind kind();

    /** The codes still remembered, newest last. */
    List<CodeId> codes();

    default Optional<CodeId> newestCode() {
        return codes().isEmpty() ? Optional.empty() : Optional.of(codes().getLast());
    }

    /** A method that may still be proven, and get another code. */
    sealed interface Unproven extends Challenge {

        Method method();

        /** Wrong guesses over all codes of the method: a new code does not give them back. */
        int wrongGuesses();

        @Override
        default MethodId methodId() {
            return method().id();
        }

        @Override
        default MethodKind kind() {
            return method().kind();
        }

        /** Wrong guesses that are the method's last: what it had at first stays the most, whatever the limit becomes. */
        int budget(int limit);

        /** The same challenge with another code; those before it are dead, the guesses made on them count. */
        default Open issued(LiveCode code, int limit) {
            int from = Math.max(0, codes().size() - REMEMBERED_CODES);
            return new Open(method(), code, codes().subList(from, codes().size()), wrongGuesses(), budget(limit));
        }
    }

    /** Registered, but no code could be issued yet. */
    record Waiting(Method method) implements Unproven {

        @Override
        public List<CodeId> codes() {
            return List.of();
        }

        @Override
        public int wrongGuesses() {
            return 0;
        }

        @Override
        public int budget(int limit) {
            return limit;
        }
    }

    /**
     * A code is out.
     *
     * @param guessBudget the least limit that was in force since the first code
     */
    record Open(Method method, LiveCode code, List<CodeId> superseded, int wrongGuesses, int guessBudget)
            implements Unproven {

        public Open {
            superseded = List.copyOf(superseded);
        }

        @Override
        public List<CodeId> codes() {
            var codes = new ArrayList<>(superseded);
            codes.add(code.id());
            return List.copyOf(codes);
        }

        @Override
        public int budget(int limit) {
            return Math.min(guessBudget, limit);
        }

        /** One guess less; without a guess left only registering anew helps. */
        Challenge guessedWrong(int limit) {
            int guesses = wrongGuesses + 1;
            return guesses < budget(limit)
                    ? new Open(method, code, superseded, guesses, budget(limit))
                    : new Exhausted(methodId(), kind(), codes());
        }
    }

    /** Every guess is spent. */
    record Exhausted(MethodId methodId, MethodKind kind, List<CodeId> codes) implements Challenge {

        public Exhausted {
            codes = List.copyOf(codes);
        }
    }

    /** The person has shown the right code; none of its codes proves anything again. */
    record Proven(MethodId methodId, MethodKind kind, List<CodeId> codes) implements Challenge {

        public Proven {
            codes = List.copyOf(codes);
        }
    }

    /** A newer method of the kind has taken its place; remembered only to answer for its codes. */
    record Replaced(MethodId methodId, MethodKind kind, List<CodeId> codes) implements Challenge {

        public Replaced {
            codes = List.copyOf(codes);
        }

        static Replaced of(Challenge challenge) {
            return new Replaced(challenge.methodId(), challenge.kind(), challenge.codes());
        }
    }
}
