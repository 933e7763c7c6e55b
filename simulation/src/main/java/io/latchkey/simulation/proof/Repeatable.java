package io.latchkey.simulation.proof;

import io.latchkey.messaging.decision.Counter;
import io.latchkey.simulation.world.Decided;
import io.latchkey.simulation.world.World;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whoever decides a record again on the same state, by the same policy, with the same counts, after the same generation, decides the same, codes and ids included. */
final class Repeatable implements Invariant {

    private record Question(
            String record,
            @Nullable Object state,
            Object command,
            @Nullable Object policy,
            Instant now,
            Map<Counter, Long> reserved,
            long generation) {

        private static Question of(Decided<?, ?, ?> decided) {
            var context = decided.context();
            var place = decided.input().partition().id() + "@" + decided.input().offset();
            return new Question(
                    place,
                    decided.state(),
                    decided.command(),
                    decided.policy(),
                    context.now(),
                    context.reserved(),
                    context.generation());
        }
    }

    @Override
    public Stream<String> violations(World world, Story story) {
        var answers = new HashMap<Question, Object>();
        return world.facts().decided().stream()
                .filter(decided -> {
                    var before = answers.putIfAbsent(Question.of(decided), decided.decision());
                    return before != null && !before.equals(decided.decision());
                })
                .map(decided -> decided.input() + " was decided once more, and otherwise");
    }
}
