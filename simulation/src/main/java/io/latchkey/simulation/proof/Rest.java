package io.latchkey.simulation.proof;

import io.latchkey.simulation.world.World;
import java.util.stream.Stream;

/** When all is healed, everything that can be read is read and everything that is to be sent is sent; no step ever throws. */
final class Rest implements Invariant {

    @Override
    public Stream<String> violations(World world, Story story) {
        var unrest = world.facts().rested() ? Stream.<String>of() : Stream.of("it never came to rest");
        return Stream.concat(unrest, world.facts().thrown().stream());
    }
}
