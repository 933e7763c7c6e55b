package io.latchkey.simulation.world;

import static java.util.stream.Collectors.toUnmodifiableMap;

import io.latchkey.messaging.engine.InputRecord;
import io.latchkey.messaging.engine.OutageException;
import io.latchkey.messaging.kafka.ValueOrder;
import io.latchkey.schemas.PolicyDefined;
import io.latchkey.schemas.topics.Topic;
import io.latchkey.simulation.model.LogModel.PartitionModel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one run of an instance knows of the policies: it has read the topic so far and no further. Until it has read what was
 * there at its start, it decides nothing.
 */
final class PolicyView implements PolicyLookup {

    private static final int ALL = Integer.MAX_VALUE;

    private final World world;
    private final Service service;
    private final Map<PartitionModel, Long> atStart;
    private final Map<PartitionModel, Long> read = new HashMap<>();
    private final Map<String, Known> newest = new HashMap<>();

    private record Known(ValueOrder order, PolicyDefined policy) {}

    PolicyView(World world, Service service) {
        this.world = world;
        this.service = service;
        this.atStart = partitions().stream().collect(toUnmodifiableMap(one -> one, PartitionModel::end));
    }

    private List<PartitionModel> partitions() {
        return world.broker().topic(Service.name(Topic.POLICIES)).partitions();
    }

    @Override
    public @Nullable PolicyDefined of(String tenantId) {
        if (!ready()) {
            throw new OutageException("the policies were not read yet");
        }
        var known = newest.get(tenantId);
        return known == null ? null : known.policy();
    }

    private boolean ready() {
        return atStart.entrySet().stream().allMatch(entry -> read(entry.getKey()) >= entry.getValue());
    }

    private long read(PartitionModel partition) {
        return read.getOrDefault(partition, 0L);
    }

    /** Reads to the end that the topic had at the start, if that was not done yet. */
    void begin() {
        if (!ready()) {
            atStart.forEach((partition, end) -> follow(partition, (int) (end - read(partition))));
        }
    }

    void follow() {
        follow(ALL);
    }

    /** @param most records of each partition */
    void follow(int most) {
        begin();
        partitions().forEach(partition -> follow(partition, most));
    }

    private void follow(PartitionModel partition, int most) {
        if (!world.down(service, Port.Part.BROKER)) {
            var records = partition.read(read(partition), (int) Math.min(most, partition.end()));
            records.forEach(this::take);
            read.merge(partition, (long) records.size(), Long::sum);
        }
    }

    /** Of two that are equally new, the later one counts. */
    private void take(InputRecord record) {
        if (world.decode(record) instanceof PolicyDefined policy) {
            var metadata = policy.getMetadata();
            var told = new Known(new ValueOrder(metadata.getEpoch(), metadata.getSequence()), policy);
            newest.merge(
                    metadata.getTenantId(),
                    told,
                    (known, any) -> told.order().compareTo(known.order()) < 0 ? known : told);
        }
    }
}
