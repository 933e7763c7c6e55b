package io.latchkey.simulation.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * A consumer group: who is in it, who reads which partitions, what was committed. An instance that was given up, or whose
 * partitions were handed to another, finds out with its next poll and not before.
 */
public final class GroupModel {

    private final List<String> members = new ArrayList<>();
    private final Map<Place, Long> committed = new TreeMap<>();
    private int generation;

    /** A partition of whatever topic has this name at the time, as Kafka keeps offsets. */
    public record Place(String topic, int partition) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            int byTopic = topic.compareTo(other.topic);
            return byTopic == 0 ? Integer.compare(partition, other.partition) : byTopic;
        }
    }

    public void join(String member) {
        if (!members.contains(member)) {
            members.add(member);
            members.sort(null);
            generation++;
        }
    }

    public void leave(String member) {
        if (members.remove(member)) {
            generation++;
        }
    }

    public void rebalance() {
        generation++;
    }

    public boolean has(String member) {
        return members.contains(member);
    }

    public int generation() {
        return generation;
    }

    /** The partition numbers, alike for all topics, as the range assignor hands them out. */
    public List<Integer> assigned(String member) {
        int index = members.indexOf(member);
        return IntStream.range(0, LogModel.PARTITIONS)
                .filter(partition -> partition * members.size() / LogModel.PARTITIONS == index
                        || (members.size() > LogModel.PARTITIONS && partition == index))
                .boxed()
                .toList();
    }

    /** Of somebody who is not in this generation of the group, nothing is taken. */
    public boolean commit(String member, int itsGeneration, Map<Place, Long> offsets) {
        boolean taken = has(member) && itsGeneration == generation;
        if (taken) {
            committed.putAll(offsets);
        }
        return taken;
    }

    /** -1 where nothing is. */
    public long committed(Place place) {
        return committed.getOrDefault(place, -1L);
    }

    /** An operator sets it. */
    public void reset(Place place, long offset) {
        committed.put(place, offset);
    }

    /** Kafka forgets the offsets of a topic that is deleted. */
    public void forget(String topic) {
        committed.keySet().removeIf(place -> place.topic().equals(topic));
    }
}
