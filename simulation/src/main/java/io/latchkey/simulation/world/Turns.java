package io.latchkey.simulation.world;

/** Lets every instance that runs do what it finds. */
final class Turns {

    private static final int LOOKS = 16;

    private final World world;
    private final int most;

    /** @param most steps of one kind of work in one turn, and records of one poll */
    Turns(World world, int most) {
        this.world = world;
        this.most = most;
    }

    /**
     * Everybody in turn.
     *
     * @return whether somebody had something to do
     */
    boolean everybody() {
        boolean busy = false;
        for (var node : world.nodes()) {
            if (node.running()) {
                world.stepped();
                node.policies().ifPresent(PolicyView::follow);
                busy |= node.poll(most);
                busy |= works(node);
            }
        }
        return busy;
    }

    private boolean works(Node node) {
        boolean busy = false;
        for (int work = 0; work < Node.WORKS; work++) {
            busy |= exhaust(node, work);
        }
        return busy;
    }

    /** What always finds something to look at is given a few steps, and does not count. */
    private boolean exhaust(Node node, int work) {
        boolean looking = Node.looksAround(work) && node.service() == Service.NOTIFICATION;
        int limit = looking ? Math.min(LOOKS, most) : most;
        int steps = 0;
        while (steps < limit && node.running() && node.work(work)) {
            world.stepped();
            steps++;
        }
        return steps > 0 && !looking;
    }
}
