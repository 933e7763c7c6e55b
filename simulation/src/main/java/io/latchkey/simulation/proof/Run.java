package io.latchkey.simulation.proof;

import io.latchkey.simulation.model.AvroModel;
import io.latchkey.simulation.proof.Promise.Violation;
import io.latchkey.simulation.schedule.Schedule;
import io.latchkey.simulation.world.Director;
import io.latchkey.simulation.world.Healing;
import io.latchkey.simulation.world.Wiring;
import io.latchkey.simulation.world.World;
import java.util.ArrayList;
import java.util.List;

/** Plays schedules. Used by one thread; playing the same schedule again gives the same history. */
public final class Run {

    private final AvroModel avro = new AvroModel();
    private final Wiring wiring;

    public Run(Wiring wiring) {
        this.wiring = wiring;
    }

    /** What came of a schedule. */
    public record Result(World world, List<Violation> violations) {

        public boolean failed() {
            return !violations.isEmpty();
        }

        public boolean violates(String invariant) {
            return violations.stream()
                    .anyMatch(violation -> violation.invariant().equals(invariant));
        }
    }

    public Result play(Schedule schedule) {
        return play(schedule, World.Trace.NOWHERE);
    }

    /** Everything that happens, a line each. */
    public List<String> history(Schedule schedule) {
        var lines = new ArrayList<String>();
        var result = play(schedule, line -> lines.add(line.get()));
        result.violations().forEach(violation -> lines.add("VIOLATION " + violation));
        return lines;
    }

    private Result play(Schedule schedule, World.Trace trace) {
        var world = new World(avro, wiring, trace);
        var director = new Director(world);
        schedule.actions().forEach(director::play);
        new Healing(world).heal();
        return new Result(world, Promise.violations(world));
    }
}
