package io.latchkey.simulation.world;

import io.latchkey.notification.delivery.Notification.Forestalled;
import java.time.Duration;
import java.util.Arrays;

/** Ends all faults, redrives what failed, and lets everybody work until nothing is left to do. */
public final class Healing {

    private static final int ALL = 1_000;
    private static final int LOOKS = 16;
    private static final int MAX_ROUNDS = 3_000;
    private static final Duration ROUND = Duration.ofMillis(50);
    private static final Duration NOTHING_TO_DO = Duration.ofSeconds(20);

    private final World world;

    public Healing(World world) {
        this.world = world;
    }

    /** Leaves in the facts whether it came to rest. */
    public void heal() {
        world.trace("world", () -> "all is healed");
        mend();
        boolean rested = rest();
        world.operator().redriveAllThatFailed();
        world.facts().rested(rested && rest());
    }

    private boolean rest() {
        int rounds = 0;
        while (rounds < MAX_ROUNDS && !atRest()) {
            rounds++;
            world.pass(round() ? ROUND : NOTHING_TO_DO);
        }
        return rounds < MAX_ROUNDS;
    }

    private void mend() {
        world.outages().end();
        world.operator().mendAllRules();
        world.providers().recover();
        world.late().allArrive();
        for (var node : world.nodes()) {
            if (!node.alive()) {
                node.start();
            }
            node.resume();
            node.faults().clear();
            node.skew(Duration.ZERO);
        }
    }

    /**
     * Everybody in turn.
     *
     * @return whether somebody had something to do
     */
    private boolean round() {
        boolean busy = false;
        for (var node : world.nodes()) {
            world.stepped();
            busy |= node.poll(ALL);
            for (int work = 0; work < Node.WORKS; work++) {
                busy |= exhaust(node, work);
            }
        }
        return busy;
    }

    /** What always finds something to look at is given a few steps, and does not count. */
    private boolean exhaust(Node node, int work) {
        boolean looking = Node.looksAround(work) && node.service() == Service.NOTIFICATION;
        int most = looking ? LOOKS : ALL;
        int steps = 0;
        while (steps < most && node.running() && node.work(work)) {
            world.stepped();
            steps++;
        }
        return steps > 0 && !looking;
    }

    private boolean atRest() {
        return world.nodes().stream().allMatch(Node::idle) && caughtUp() && nothingToSend();
    }

    private boolean caughtUp() {
        return Arrays.stream(Service.values())
                .allMatch(service -> service.topics().stream()
                        .flatMap(topic -> world.broker().topic(topic).partitions().stream())
                        .allMatch(partition -> world.databases()
                                        .watermark(service, partition.id().id())
                                >= partition.end() - 1));
    }

    /** A cancellation whose message never came waits for it, and does nothing. */
    private boolean nothingToSend() {
        return world.databases().queue().underWay().values().stream()
                .allMatch(stored -> stored.notification() instanceof Forestalled);
    }
}
