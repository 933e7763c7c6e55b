package io.latchkey.simulation.world;

import io.latchkey.messaging.engine.InputRecord;
import io.latchkey.messaging.engine.OutputRecord;
import io.latchkey.schemas.topics.Topic;
import io.latchkey.simulation.model.GroupModel.Place;
import io.latchkey.simulation.model.LogModel;
import io.latchkey.simulation.model.LogModel.PartitionModel;
import io.latchkey.simulation.schedule.Action;
import java.util.List;

/** What is told again, forgotten or undone: of logs, of groups' offsets, of databases. */
final class Rewritten {

    private static final List<Topic> TOPICS = List.of(
            Topic.REGISTRATION_COMMANDS,
            Topic.ADMIN_COMMANDS,
            Topic.VERIFICATION_COMMANDS,
            Topic.REGISTRATION_EVENTS,
            Topic.VERIFICATION_EVENTS,
            Topic.VERIFICATION_CODES,
            Topic.REGISTRATION_TICKS);
    private static final List<Topic> COMMANDS =
            List.of(Topic.REGISTRATION_COMMANDS, Topic.ADMIN_COMMANDS, Topic.VERIFICATION_COMMANDS);

    private final World world;

    Rewritten(World world) {
        this.world = world;
    }

    /** A portal's on any partition; of a service, whose partitioner is ours, on the same. */
    void repeat(Action action) {
        var topic = topic(action.a());
        var all = world.broker().topic(Service.name(topic)).partitions();
        var partition = all.get(action.b() % all.size());
        if (partition.end() > partition.begin()) {
            var record = partition.record(partition.begin() + action.c() % (partition.end() - partition.begin()));
            boolean misplaced = COMMANDS.contains(topic) && action.b() % 3 == 0;
            world.fault(misplaced ? "REPEAT elsewhere" : "REPEAT");
            int target = misplaced
                    ? LogModel.PARTITIONS - 1 - record.partition().partition()
                    : record.partition().partition();
            world.append(
                    new OutputRecord(Service.name(topic), record.key(), record.value(), record.headers()),
                    target,
                    "repeat");
        }
    }

    void resetOffsets(Service service, int where) {
        world.fault("RESET_OFFSETS", service);
        partitions(service).forEach(partition -> {
            long end = partition.end();
            long offset = List.of(0L, end, where / 3 % (end + 1)).get(where % 3);
            world.group(service)
                    .reset(new Place(partition.id().topic(), partition.id().partition()), offset);
        });
        world.group(service).rebalance();
    }

    void dropWatermarks(Service service) {
        world.fault("DROP_WATERMARKS", service);
        world.databases().dropWatermarks(service);
        world.group(service).rebalance();
    }

    /** With all instances stopped, as the manual says. */
    void restore(Service service) {
        var instances =
                world.nodes().stream().filter(node -> node.service() == service).toList();
        if (world.databases().restore(service)) {
            world.fault("RESTORE", service);
            world.facts().restored(service);
            instances.stream().filter(Node::alive).forEach(Node::crash);
            world.late().forget(service);
            unreadableAfterRestore(service);
            instances.forEach(Node::start);
        }
    }

    /** What the copy does not know and the log no longer holds: the copy was older than the log's retention. */
    private void unreadableAfterRestore(Service service) {
        var gone = world.facts().appended().stream()
                .map(Facts.Appended::record)
                .filter(record -> service.topics().contains(record.partition().topic()))
                .filter(record -> record.offset()
                        > world.databases()
                                .watermark(service, record.partition().id()))
                .filter(this::gone)
                .toList();
        world.facts().perhapsLost(service, gone);
    }

    private boolean gone(InputRecord record) {
        var partition = world.broker()
                .topic(record.partition().topic())
                .partition(record.partition().partition());
        return !partition.id().equals(record.partition()) || record.offset() < partition.begin();
    }

    void recreate(int which) {
        var topic = topic(which);
        world.fault("RECREATE " + topic);
        var name = Service.name(topic);
        world.broker().topic(name).partitions().forEach(partition -> gone(partition, partition.end()));
        world.broker().topic(name).recreate();
        List.of(Service.values()).forEach(service -> world.group(service).forget(name));
    }

    void retention(int topic, int which, int how) {
        var all = world.broker().topic(Service.name(topic(topic))).partitions();
        var partition = all.get(which % all.size());
        long offset = partition.begin() + how % (partition.end() - partition.begin() + 1);
        world.fault("RETENTION");
        gone(partition, offset);
        partition.forgetBefore(offset);
    }

    /** What no service is known to have read may never be read. */
    private void gone(PartitionModel partition, long before) {
        for (var service : Service.values()) {
            long read = world.databases().watermark(service, partition.id().id()) + 1;
            if (read < before) {
                List<InputRecord> unread = partition.read(read, (int) (before - Math.max(read, partition.begin())));
                world.facts().perhapsLost(service, unread);
            }
        }
    }

    private List<PartitionModel> partitions(Service service) {
        return service.topics().stream()
                .flatMap(topic -> world.broker().topic(topic).partitions().stream())
                .toList();
    }

    private static Topic topic(int which) {
        return TOPICS.get(which % TOPICS.size());
    }
}
