package io.latchkey.simulation.proof;

import io.latchkey.simulation.world.World;
import java.util.stream.Stream;

/** Something that must hold when all is healed. */
@FunctionalInterface
public interface Invariant {

    /** What is wrong, a sentence each. */
    Stream<String> violations(World world, Story story);
}
