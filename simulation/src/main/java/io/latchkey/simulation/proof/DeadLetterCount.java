package io.latchkey.simulation.proof;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toSet;

import io.latchkey.messaging.engine.DeadLetterReason;
import io.latchkey.messaging.engine.DeadLetters;
import io.latchkey.messaging.engine.InputRecord;
import io.latchkey.simulation.world.World;
import java.util.Set;
import java.util.stream.Stream;

/** Dead letters are those that were provoked and no others; that each that failed is mended, its one reply shows. */
final class DeadLetterCount implements Invariant {

    private static final Set<DeadLetterReason> PROVOKED =
            Set.of(DeadLetterReason.MALFORMED, DeadLetterReason.KEY_MISMATCH, DeadLetterReason.DECISION_FAILED);

    @Override
    public Stream<String> violations(World world, Story story) {
        var names = PROVOKED.stream().map(Enum::name).collect(toSet());
        return world.facts().appended().stream()
                .map(appended -> appended.record())
                .filter(record -> record.header(DeadLetters.ID) != null)
                .filter(record -> !names.contains(reason(record)))
                .map(record -> record + " is a dead letter that nobody provoked: " + reason(record));
    }

    private static String reason(InputRecord record) {
        var header = record.header(DeadLetters.REASON);
        return header == null ? "no reason" : new String(header.value(), UTF_8);
    }
}
