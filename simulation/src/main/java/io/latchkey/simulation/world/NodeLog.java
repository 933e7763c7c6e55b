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

    private final World world;
    private final Node node;
    private final Faults faults;
    private Map<Place, Long> commits = new HashMap<>();

    NodeLog(World world, Node node, Faults faults) {
        this.world = world;
        this.node = node;
        this.faults = faults;
    }

    @Override
    public void produce(List<OutputRecord> records) {
        if (!world.down(node.service(), Port.Part.BROKER)) {
            world.late().flush(node);
        }
        var parts = new ArrayList<Runnable>();
        records.forEach(output -> parts.add(() -> world.append(output, node.name())));
        faults.perform(Port.PRODUCE, parts);
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
