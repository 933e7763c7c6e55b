package io.latchkey.simulation.world;

import io.latchkey.messaging.engine.InputPartition;
import io.latchkey.messaging.engine.Log;
import io.latchkey.messaging.engine.OutputRecord;
import io.latchkey.simulation.model.GroupModel.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An instance's producer, and the offsets that its polling thread is to commit. */
final class NodeLog implements Log {

    static final String ENGINE = "engine";
    static final String SWEEP = "sweep";

    private final World world;
    private final Node node;
    private final Faults faults;
    private final String teller;
    private Map<Place, Long> commits = new HashMap<>();

    /** @param thread of this run of the instance, told apart where what it tells is looked at */
    NodeLog(World world, Node node, Faults faults, String thread) {
        this.world = world;
        this.node = node;
        this.faults = faults;
        this.teller = teller(node, thread);
    }

    static String teller(Node node, String thread) {
        return node.run() + " " + thread;
    }

    @Override
    public void produce(List<OutputRecord> records) {
        if (!world.down(node.service(), Port.Part.BROKER)) {
            world.late().flush(node);
        }
        var parts = new ArrayList<Runnable>();
        records.forEach(output -> parts.add(() -> tell(output)));
        faults.perform(Port.PRODUCE, parts);
    }

    private void tell(OutputRecord output) {
        world.facts().tellings().appended(world.append(output, node.name()), teller);
    }

    @Override
    public void commit(Map<InputPartition, Long> next) {
        faults.ask(Port.COMMIT, () -> {
            next.forEach(
                    (partition, offset) -> commits.put(new Place(partition.topic(), partition.partition()), offset));
            return next;
        });
    }

    Map<Place, Long> takeCommits() {
        var taken = commits;
        commits = new HashMap<>();
        return taken;
    }
}
