package io.latchkey.simulation.proof;

import io.latchkey.messaging.decision.AggregateKey;
import io.latchkey.schemas.AccountErased;
import io.latchkey.schemas.AccountProvisioned;
import io.latchkey.simulation.proof.Story.Told;
import java.util.HashMap;
import java.util.Map;

/**
 * Tells apart the accounts that lived under one id, in the order in which they are told of: another begins with an erasure,
 * and where another generation is provisioned.
 */
final class Lives {

    private final Map<AggregateKey, Life> current = new HashMap<>();

    /** @param generation 0 where none was provisioned yet */
    private record Life(long number, long generation) {}

    /** Takes note of what is told, and says which life of its account is the current one then. */
    long after(Told told) {
        return current.merge(told.account(), new Life(0, generation(told)), (before, any) -> next(before, told))
                .number();
    }

    private static Life next(Life before, Told told) {
        long generation = generation(told);
        boolean another = generation != 0 && before.generation() != 0 && generation != before.generation();
        if (told.value() instanceof AccountErased || another) {
            return new Life(before.number() + 1, generation);
        }
        return generation == 0 ? before : new Life(before.number(), generation);
    }

    private static long generation(Told told) {
        return told.value() instanceof AccountProvisioned account ? account.getGeneration() : 0;
    }
}
