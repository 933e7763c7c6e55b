package io.latchkey.simulation.world;

import io.latchkey.messaging.engine.OutageException;
import io.latchkey.simulation.world.Effect.Done;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Between one instance and what it stands upon: lets calls through, or lets happen to them what was arranged. */
final class Faults {

    private final World world;
    private final Node node;
    private final Map<Port, Arranged> arranged = new EnumMap<>(Port.class);
    private Port last = Port.NONE;

    Faults(World world, Node node) {
        this.world = world;
        this.node = node;
    }

    /** @param split of the parts of a call, how many are done */
    private record Arranged(Effect effect, int split) {}

    void arrange(Port port, Effect effect, int split) {
        arranged.put(port, new Arranged(effect, split));
    }

    void clear() {
        arranged.clear();
    }

    /** The last call that was made: the instance is at the step after it. */
    Port last() {
        return last;
    }

    /** A call that changes something, part by part. */
    void perform(Port port, List<Runnable> parts) {
        var fault = reach(port);
        if (fault == null) {
            parts.forEach(Runnable::run);
            return;
        }
        int done = done(fault, parts.size());
        parts.subList(0, done).forEach(Runnable::run);
        if (fault.effect().done() == Done.SOME_AND_LATER_THE_REST) {
            world.late().add(node, port, parts.subList(done, parts.size()));
        }
        end(fault);
    }

    /** A call that changes nothing. */
    <T> T ask(Port port, Supplier<T> question) {
        var fault = reach(port);
        if (fault == null) {
            return question.get();
        }
        if (fault.effect().done() == Done.NOTHING) {
            end(fault);
        }
        var answer = question.get();
        end(fault);
        return answer;
    }

    private @Nullable Arranged reach(Port port) {
        if (world.down(node.service(), port.part())) {
            world.coverage().count("DOWN", port.name());
            throw new OutageException(port.part() + " is down");
        }
        last = port;
        var fault = arranged.remove(port);
        if (fault != null) {
            world.fault(fault.effect().name(), node, port);
        }
        return fault;
    }

    private static int done(Arranged fault, int size) {
        return switch (fault.effect().done()) {
            case NOTHING -> 0;
            case SOME, SOME_AND_LATER_THE_REST -> fault.split() % (size + 1);
            case ALL -> size;
        };
    }

    private void end(Arranged fault) {
        switch (fault.effect().end()) {
            case NO_ANSWER -> throw new OutageException("no answer");
            case CRASH -> throw new Crash();
            case PAUSE -> node.pause();
        }
    }
}
