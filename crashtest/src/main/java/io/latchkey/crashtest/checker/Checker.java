package io.latchkey.crashtest.checker;

import java.util.List;

/** Asks every invariant. */
public final class Checker {

    private static final List<Invariant> INVARIANTS = List.of(
            new OneReply(),
            new ReusedIds(),
            new OneLiveCode(),
            new NoCallTooLate(),
            new ProviderCalls(),
            new GapFree(),
            new GuessBudget(),
            new NothingLeftOut(),
            new Folds(),
            new ProvesOnce(),
            new NoLag(),
            new DeadLetters(),
            new OneDue());

    private Checker() {}

    public static List<Finding> check(Evidence evidence) {
        var history = new History(evidence);
        return INVARIANTS.stream().map(invariant -> invariant.check(history)).toList();
    }
}
