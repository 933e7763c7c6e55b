package io.latchkey.simulation.world;

import io.latchkey.notification.delivery.Notification.Forestalled;
import io.latchkey.simulation.world.Compacted.Stale;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** Ends all faults, redrives what failed, lets everybody work until nothing is left to do, and sweeps. */
public final class Healing {

    private static final int ALL = 1_000;
    private static final int MAX_ROUNDS = 3_000;
    private static final Duration ROUND = Duration.ofMillis(50);
    private static final Duration NOTHING_TO_DO = Duration.ofSeconds(20);

    private final World world;
    private final Turns turns;

    public Healing(World world) {
        this.world = world;
        this.turns = new Turns(world, ALL);
    }

    /** Leaves in the facts whether it came to rest. */
    public void heal() {
        world.trace("world", () -> "all is healed");
        mend();
        boolean rested = rest();
        world.operator().redriveAllThatFailed();
        rested = rested && rest();
        world.portal().askAfterNobody();
        rested = rested && rest();
        world.facts().staleBeforeSweep(stale());
        new LastSweep(world).sweep();
        world.facts().rested(rested && rest());
    }

    /** Every engine had one batch more, to tell of what it gave up. Where a teller has ended before it compared, a sweep is what mends it. */
    private List<String> stale() {
        return new Compacted(world)
                .stale()
                .filter(Stale::compared)
                .map(Stale::what)
                .toList();
    }

    private boolean rest() {
        int rounds = 0;
        while (rounds < MAX_ROUNDS && !atRest()) {
            rounds++;
            world.pass(turns.everybody() ? ROUND : NOTHING_TO_DO);
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
