package io.latchkey.simulation.world;

import io.latchkey.messaging.engine.InputPartition;
import io.latchkey.messaging.engine.InputRecord;
import io.latchkey.messaging.engine.Intake;
import io.latchkey.messaging.engine.OutageException;
import io.latchkey.messaging.engine.Start;
import io.latchkey.simulation.model.GroupModel;
import io.latchkey.simulation.model.GroupModel.Place;
import io.latchkey.simulation.model.LogModel.PartitionModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An instance's consumer: member of the group, where it reads on, one batch at a time. The rule of where to begin is the
 * engine's own ({@link Start}).
 */
final class Consumption {

    private final World world;
    private final Node node;
    private final Intake intake;
    private final GroupModel group;
    private final Job work;
    private final Map<Place, Reading> readings = new TreeMap<>();
    private final List<Place> unsettled = new ArrayList<>();
    private int generation = -1;

    /** @param place null where the partition is not read, because its log ends too early */
    private record Reading(@Nullable InputPartition place, long next) {}

    Consumption(World world, Node node, Intake intake) {
        this.world = world;
        this.node = node;
        this.intake = intake;
        this.group = world.group(node.service());
        this.work = new Job(node, "batch", () -> null, () -> {});
    }

    /** A step of the batch that is being worked on. */
    boolean step() {
        return work.busy() && work.step();
    }

    boolean working() {
        return work.busy();
    }

    /** A turn of the polling thread. */
    boolean poll(int most) {
        if (world.down(node.service(), Port.Part.BROKER)) {
            return false;
        }
        boolean rejoined = rejoin();
        intake.polled();
        commit();
        try {
            settle();
        } catch (OutageException e) {
            node.trace(() -> "positions wait: " + e.getMessage());
            return rejoined;
        }
        return (!work.busy() && begin(most)) || rejoined;
    }

    /** Whoever was given up, or finds another generation, drops what it works on and reads again from the watermark. */
    private boolean rejoin() {
        if (group.has(node.name()) && group.generation() == generation) {
            return false;
        }
        group.join(node.name());
        generation = group.generation();
        work.giveUp();
        readings.clear();
        unsettled.clear();
        var partitions = group.assigned(node.name());
        node.service().topics().forEach(topic -> partitions.forEach(number -> unsettled.add(new Place(topic, number))));
        node.trace(() -> "is assigned the partitions " + partitions + " in generation " + generation);
        return true;
    }

    private void commit() {
        group.commit(node.name(), generation, node.log().takeCommits());
    }

    private void settle() {
        if (unsettled.isEmpty()) {
            return;
        }
        var watermarks = intake.watermarks();
        if (unsettled.stream()
                .anyMatch(place -> Start.restored(watermark(watermarks, place), group.committed(place)))) {
            node.trace(() -> "finds that its database is older than the log");
            intake.restored(node.clock().instant());
        }
        for (var place : unsettled) {
            readings.put(place, reading(partition(place), watermark(watermarks, place)));
        }
        unsettled.clear();
    }

    private long watermark(Map<String, Long> watermarks, Place place) {
        return watermarks.getOrDefault(partition(place).id().id(), -1L);
    }

    private PartitionModel partition(Place place) {
        return world.broker().topic(place.topic()).partition(place.partition());
    }

    private Reading reading(PartitionModel partition, long watermark) {
        return switch (Start.of(watermark, partition.begin(), partition.end())) {
            case Start.At(long offset) -> new Reading(partition.id(), offset);
            case Start.Beyond(long offset) -> {
                node.trace(() -> "skips to " + offset + " of " + partition.id());
                intake.skip(partition.id(), offset);
                yield new Reading(partition.id(), offset);
            }
            case Start.Nowhere nowhere -> new Reading(null, nowhere.wanted());
        };
    }

    private boolean begin(int most) {
        var batch = new ArrayList<InputRecord>();
        for (var entry : List.copyOf(readings.entrySet())) {
            take(entry.getKey(), entry.getValue(), most, batch);
        }
        if (batch.isEmpty()) {
            return false;
        }
        node.trace(() -> "polled " + batch);
        work.begin(intake.begin(batch));
        return true;
    }

    /** A topic made anew, or a log that begins beyond where reading was to go on, is looked up again. */
    private void take(Place place, Reading reading, int most, List<InputRecord> batch) {
        var partition = partition(place);
        if (reading.place() == null) {
            return;
        }
        if (!partition.id().equals(reading.place()) || partition.begin() > reading.next()) {
            readings.remove(place);
            unsettled.add(place);
            return;
        }
        var records = partition.read(reading.next(), Math.max(0, most - batch.size()));
        batch.addAll(records);
        readings.put(place, new Reading(reading.place(), reading.next() + records.size()));
    }
}
