package io.latchkey.simulation.world;

import io.latchkey.messaging.engine.Presence;
import java.time.Duration;
import java.time.Instant;

/** Lasts for a time after each confirmation, by a clock that nobody can turn. */
final class Present implements Presence {

    private final World world;
    private final Duration lasts;
    private Instant confirmed;

    Present(World world, Duration lasts) {
        this.world = world;
        this.lasts = lasts;
        this.confirmed = world.now();
    }

    @Override
    public void confirm() {
        confirmed = world.now();
    }

    @Override
    public boolean confirmed() {
        return world.now().isBefore(confirmed.plus(lasts));
    }
}
