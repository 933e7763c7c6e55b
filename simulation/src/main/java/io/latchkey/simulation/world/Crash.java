package io.latchkey.simulation.world;

/** The process is gone. An Error, so that nothing that handles failures handles this. */
final class Crash extends Error {
    private static final long serialVersionUID = 1;

    Crash() {
        super("crash", null, false, false);
    }
}
