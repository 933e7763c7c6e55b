package io.latchkey.simulation.world;

import io.latchkey.messaging.decision.AggregateKey;
import io.latchkey.messaging.engine.InputRecord;
import io.latchkey.messaging.engine.OutputRecord;
import io.latchkey.registration.method.Registration;
import io.latchkey.schemas.topics.Topic;
import io.latchkey.simulation.model.GroupModel.Place;
import io.latchkey.simulation.model.LogModel;
import io.latchkey.simulation.model.LogModel.PartitionModel;
import io.latchkey.simulation.model.ProviderModel.Behaviour;
import io.latchkey.simulation.schedule.Action;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Lets the actions of a schedule happen. One that is not possible at the moment does not. */
public final class Director {

    private static final int MAX_STEPS = 12;
    private static final int MAX_RECORDS = 12;
    private static final Duration STEP = Duration.ofMillis(7);
    private static final List<Duration> PAUSES = List.of(
            Duration.ofMillis(200),
            Duration.ofSeconds(2),
            Duration.ofSeconds(12),
            Duration.ofSeconds(31),
            Duration.ofMinutes(2),
            Duration.ofMinutes(6),
            Duration.ofMinutes(11),
            Duration.ofHours(2));
    private static final List<Duration> AWAY =
            List.of(Duration.ofMillis(50), Duration.ofMillis(500), Duration.ofSeconds(3));
    private static final List<Duration> AHEAD =
            List.of(Duration.ZERO, Duration.ofDays(170), Duration.ofDays(200), Duration.ofDays(420));
    private static final int MAX_SKEW_SECONDS = 300;
    private static final List<Topic> COMMANDS =
            List.of(Topic.REGISTRATION_COMMANDS, Topic.ADMIN_COMMANDS, Topic.VERIFICATION_COMMANDS);

    private final World world;

    public Director(World world) {
        this.world = world;
    }

    public void play(Action action) {
        world.pass(STEP);
        switch (action.kind()) {
            case WORK -> work(action);
            case POLL ->
                running(action.a()).ifPresent(node -> {
                    world.stepped();
                    node.poll(1 + action.b() % MAX_RECORDS);
                });
            case COMMAND -> publishing(() -> world.portal().publish(action.a(), action.b(), action.c()));
            case GUESS -> publishing(() -> world.portal().guess(action.a(), action.b(), action.c()));
            case SCAN -> publishing(() -> scan(world.now().plus(one(AHEAD, action.a()))));
            case PASS -> world.pass(one(PAUSES, action.a()));
            case START -> node(action.a(), node -> !node.alive()).ifPresent(Node::start);
            case RESUME -> node(action.a(), Node::paused).ifPresent(Node::resume);
            case ARRIVE -> world.late().arrive(action.a());
            case FAIL -> running(action.a()).ifPresent(node -> fail(node, action));
            case CRASH -> victim(action, Node::alive).ifPresent(this::crash);
            case PAUSE -> victim(action, Node::running).ifPresent(this::pause);
            case EXPIRE -> victim(action, node -> node.group().has(node.name())).ifPresent(this::expire);
            case REBALANCE -> rebalance(service(action.a()));
            case CLOCK -> node(action.a(), Node::alive).ifPresent(node -> clock(node, skew(action.b())));
            case BROKER_CLOCK -> brokerClock(skew(action.b()));
            case DATABASE -> database(service(action.a()), one(AWAY, action.b()));
            case REGISTRY -> registry(one(AWAY, action.b()));
            case BROKER -> broker(one(AWAY, action.b()));
            case PROVIDER -> provider(one(List.of(Behaviour.values()), action.a()), 1 + action.b() % 3);
            case BREAK_RULES -> breakRules(service(action.a()));
            case MEND_RULES -> world.operator().mendRules(service(action.a()));
            case REDRIVE -> publishing(() -> redrive(action.a()));
            case REPEAT -> publishing(() -> repeat(action));
            case RESET_OFFSETS -> resetOffsets(service(action.a()), action.b());
            case DROP_WATERMARKS -> dropWatermarks(service(action.a()));
            case BACKUP -> world.databases().backUp(service(action.a()));
            case RESTORE -> restore(service(action.a()));
            case RECREATE -> recreate(topic(action.a()));
            case RETENTION -> retention(topic(action.a()), action.b(), action.c());
        }
    }

    private void work(Action action) {
        node(action.a(), node -> node.running() && node.hasWork()).ifPresent(node -> {
            for (int i = 0; i <= action.c() % MAX_STEPS && node.running(); i++) {
                world.stepped();
                world.pass(STEP);
                if (!node.workSomehow(action.b())) {
                    return;
                }
            }
        });
    }

    /** Nobody can publish while the broker is down. */
    private void publishing(Runnable publish) {
        if (!world.outages().brokerDown(world.now())) {
            publish.run();
        }
    }

    private void scan(Instant asOf) {
        world.databases().registration().store().documents().forEach((key, document) -> {
            Registration state = document.state();
            var tickAt = state == null ? null : state.tickAt();
            if (tickAt != null && !tickAt.isAfter(asOf)) {
                world.portal().tick(AggregateKey.parse(key), asOf);
            }
        });
    }

    private static void fail(Node node, Action action) {
        var ports = Port.of(node.service());
        var port = ports.get(action.b() % ports.size());
        var effects = port.effects();
        var effect = effects.get(action.c() % effects.size());
        node.faults().arrange(port, effect, action.c() / effects.size());
    }

    private void crash(Node node) {
        world.fault("CRASH", node, node.faults().last());
        node.crash();
    }

    private void pause(Node node) {
        world.fault("PAUSE", node, node.faults().last());
        node.pause();
    }

    private void expire(Node node) {
        if (node.alive()) {
            world.fault("EXPIRE", node, node.faults().last());
        }
        node.group().leave(node.name());
    }

    private void rebalance(Service service) {
        world.fault("REBALANCE", service);
        world.group(service).rebalance();
    }

    private void clock(Node node, Duration skew) {
        world.fault("CLOCK", node, node.faults().last());
        node.skew(skew);
    }

    private void brokerClock(Duration skew) {
        world.fault("BROKER_CLOCK");
        world.brokerSkew(skew);
    }

    private void database(Service service, Duration away) {
        world.fault("DATABASE", service);
        world.outages().database(service, world.now().plus(away));
    }

    private void registry(Duration away) {
        world.fault("REGISTRY");
        world.outages().registry(world.now().plus(away));
    }

    private void broker(Duration away) {
        world.fault("BROKER");
        world.outages().broker(world.now().plus(away));
    }

    private void provider(Behaviour behaviour, int calls) {
        world.fault("PROVIDER " + behaviour);
        world.providers().behave(behaviour, calls);
    }

    private void breakRules(Service service) {
        world.fault("BREAK_RULES", service);
        world.operator().breakRules(service);
    }

    private void redrive(int which) {
        if (world.operator().redrive(which)) {
            world.fault("REDRIVE");
        }
    }

    /** A portal's on any partition; of a service, whose partitioner is ours, on the same. */
    private void repeat(Action action) {
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

    private void resetOffsets(Service service, int where) {
        world.fault("RESET_OFFSETS", service);
        partitions(service).forEach(partition -> {
            long end = partition.end();
            long offset = List.of(0L, end, where / 3 % (end + 1)).get(where % 3);
            world.group(service)
                    .reset(new Place(partition.id().topic(), partition.id().partition()), offset);
        });
        world.group(service).rebalance();
    }

    private void dropWatermarks(Service service) {
        world.fault("DROP_WATERMARKS", service);
        world.databases().dropWatermarks(service);
        world.group(service).rebalance();
    }

    /** With all instances stopped, as the manual says. */
    private void restore(Service service) {
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

    private void recreate(Topic topic) {
        world.fault("RECREATE " + topic);
        var name = Service.name(topic);
        world.broker().topic(name).partitions().forEach(partition -> gone(partition, partition.end()));
        world.broker().topic(name).recreate();
        List.of(Service.values()).forEach(service -> world.group(service).forget(name));
    }

    private void retention(Topic topic, int which, int how) {
        var all = world.broker().topic(Service.name(topic)).partitions();
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
        return one(
                List.of(
                        Topic.REGISTRATION_COMMANDS,
                        Topic.ADMIN_COMMANDS,
                        Topic.VERIFICATION_COMMANDS,
                        Topic.REGISTRATION_EVENTS,
                        Topic.VERIFICATION_EVENTS,
                        Topic.VERIFICATION_CODES,
                        Topic.REGISTRATION_TICKS),
                which);
    }

    private static Duration skew(int number) {
        return Duration.ofSeconds(number % (2 * MAX_SKEW_SECONDS + 1) - MAX_SKEW_SECONDS);
    }

    private static Service service(int which) {
        return one(List.of(Service.values()), which);
    }

    private Optional<Node> running(int which) {
        return node(which, Node::running);
    }

    /** Rather one that is in the middle of something. */
    private Optional<Node> victim(Action action, Predicate<Node> condition) {
        return action.b() % 4 == 0
                ? node(action.a(), condition)
                : node(action.a(), condition.and(Node::amid)).or(() -> node(action.a(), condition));
    }

    private Optional<Node> node(int which, Predicate<Node> condition) {
        var possible = world.nodes().stream().filter(condition).toList();
        return possible.isEmpty() ? Optional.empty() : Optional.of(one(possible, which));
    }

    private static <T> T one(List<T> all, int which) {
        return all.get(which % all.size());
    }
}
