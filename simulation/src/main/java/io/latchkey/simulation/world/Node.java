package io.latchkey.simulation.world;

import io.latchkey.simulation.model.GroupModel;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One instance of a service: a process that starts, dies, pauses, and has a clock of its own. */
final class Node {

    /** Two kinds of its work are of the intake, to make up for the others. */
    private static final int INTAKE = 2;

    static final int WORKS = INTAKE + Sending.WORKS;

    private final World world;
    private final Service service;
    private final String name;
    private Duration skew = Duration.ZERO;
    private boolean paused;
    private int starts;
    private @Nullable Process process;

    Node(World world, Service service, int number) {
        this.world = world;
        this.service = service;
        this.name = service.label() + "-" + number;
    }

    /** What is gone with the process. */
    private record Process(Faults faults, NodeLog log, Parts parts) {}

    /**
     * @param sending null for a service that sends nothing
     * @param beside null for a service without an engine
     */
    record Parts(
            Consumption consumption,
            @Nullable Sending sending,
            @Nullable Beside beside) {}

    /** What an instance does beside its engine. */
    record Beside(PolicyView policies, Sweeping sweeping) {}

    Service service() {
        return service;
    }

    /** Its name in the group. */
    String name() {
        return name;
    }

    /** Names this run of it. */
    String run() {
        return name + "/" + starts;
    }

    boolean alive() {
        return process != null;
    }

    boolean paused() {
        return paused;
    }

    boolean running() {
        return alive() && !paused;
    }

    InstantSource clock() {
        return () -> world.now().plus(skew);
    }

    boolean rulesBroken() {
        return world.operator().rulesBroken(service);
    }

    void skew(Duration by) {
        skew = by;
    }

    Faults faults() {
        return process().faults();
    }

    NodeLog log() {
        return process().log();
    }

    private Process process() {
        var running = process;
        if (running == null) {
            throw new IllegalStateException(name + " is not running");
        }
        return running;
    }

    /** Its predecessor's membership ends now, if it has not yet. */
    void start() {
        starts++;
        paused = false;
        group().leave(name);
        var faults = new Faults(world, this);
        var log = new NodeLog(world, this, faults, NodeLog.ENGINE);
        process = new Process(faults, log, world.assembly().parts(this, faults, log));
        trace(() -> "starts as " + run());
    }

    void crash() {
        trace(() -> "dies");
        process = null;
        paused = false;
    }

    void pause() {
        trace(() -> "pauses");
        paused = true;
    }

    void resume() {
        trace(() -> "goes on");
        paused = false;
    }

    GroupModel group() {
        return world.group(service);
    }

    /** @return whether there was something to do */
    boolean work(int which) {
        return surviving(() -> {
            var parts = process().parts();
            int kind = which % WORKS;
            return parts.sending() == null || kind < INTAKE
                    ? parts.consumption().step()
                    : parts.sending().step(kind - INTAKE, which / WORKS);
        });
    }

    /** Whether work may lead to something; a service that sends always looks around. */
    boolean hasWork() {
        var parts = process().parts();
        return parts.sending() != null || parts.consumption().working();
    }

    boolean amid() {
        return alive() && process().parts().consumption().working();
    }

    /** @return whether there was something to do */
    boolean poll(int most) {
        beside().ifPresent(beside -> beside.policies().begin());
        return surviving(() -> process().parts().consumption().poll(most));
    }

    private Optional<Beside> beside() {
        return Optional.ofNullable(process().parts().beside());
    }

    /** What it knows of the policies; empty where it needs none. */
    Optional<PolicyView> policies() {
        return beside().map(Beside::policies);
    }

    /** @return whether there was something to do */
    boolean sweep() {
        return surviving(() -> beside().map(beside -> beside.sweeping().step()).orElse(false));
    }

    /** The work chosen, or some other where there is none of that. */
    boolean workSomehow(int which) {
        return work(which)
                || surviving(() -> {
                    var sending = process().parts().sending();
                    return sending != null && sending.anyStep(which % Sending.WORKS, which / WORKS);
                });
    }

    /** Whether this kind of work is to look for something, and so is never done. */
    static boolean looksAround(int which) {
        return Sending.looksAround(which % WORKS - INTAKE);
    }

    private boolean surviving(Supplier<Boolean> work) {
        try {
            return work.get();
        } catch (Crash e) {
            crash();
            return true;
        }
    }

    /** Whether it holds nothing that is still to be done. */
    boolean idle() {
        var parts = process().parts();
        return !parts.consumption().working()
                && (parts.sending() == null || parts.sending().idle());
    }

    void threw(String what, RuntimeException e) {
        trace(() -> what + " threw " + e);
        world.facts().threw(name + ": " + what + " threw " + e);
    }

    void trace(Supplier<String> line) {
        world.trace(name, line);
    }
}
