package io.latchkey.simulation.world;

import io.latchkey.simulation.model.ProviderModel.Behaviour;
import io.latchkey.simulation.schedule.Action;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Lets the actions of a schedule happen. One that is not possible at the moment does not. */
public final class Director {

    private static final int MAX_STEPS = 12;
    private static final int MAX_RECORDS = 12;
    private static final int MAX_READ = 4;
    private static final int MAX_TURNS = 3;
    private static final int MAX_WORK = 20;
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
    private static final List<Duration> AHEAD = List.of(
            Duration.ZERO,
            Duration.ofDays(170),
            Duration.ofDays(200),
            Duration.ofDays(208),
            Duration.ofDays(223),
            Duration.ofDays(420));
    private static final int MAX_SKEW_SECONDS = 300;

    private final World world;
    private final Turns turns;
    private final Rewritten past;
    private final Scans scans;

    public Director(World world) {
        this.world = world;
        this.turns = new Turns(world, MAX_WORK);
        this.past = new Rewritten(world);
        this.scans = new Scans(world);
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
            case SCAN -> publishing(() -> scans.due(world.now().plus(one(AHEAD, action.a()))));
            case PASS -> world.pass(one(PAUSES, action.a()));
            case START -> node(action.a(), node -> !node.alive()).ifPresent(Node::start);
            case RESUME -> node(action.a(), Node::paused).ifPresent(Node::resume);
            case ARRIVE -> world.late().arrive(action.a());
            case TURNS -> turns(1 + action.a() % MAX_TURNS);
            case PROVE -> publishing(() -> world.portal().prove(action.a()));
            case WISH -> publishing(() -> world.portal().wish(action.a(), action.b(), action.c()));
            case ADMINISTER -> publishing(() -> world.portal().administer(action.a(), action.b(), action.c()));
            case FOLLOW -> engine(action.a()).flatMap(Node::policies).ifPresent(it -> it.follow(action.b() % MAX_READ));
            case REJUDGE -> publishing(() -> engine(action.a()).ifPresent(scans::judgedByAnOlderPolicy));
            case SWEEP -> engine(action.a()).ifPresent(node -> sweep(node, action.c() % MAX_STEPS));
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
            case REPEAT -> publishing(() -> past.repeat(action));
            case RESET_OFFSETS -> past.resetOffsets(service(action.a()), action.b());
            case DROP_WATERMARKS -> past.dropWatermarks(service(action.a()));
            case BACKUP -> world.databases().backUp(service(action.a()));
            case RESTORE -> past.restore(service(action.a()));
            case RECREATE -> past.recreate(action.a());
            case RETENTION -> past.retention(action.a(), action.b(), action.c());
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

    private void sweep(Node node, int steps) {
        for (int i = 0; i <= steps && node.running() && node.sweep(); i++) {
            world.stepped();
            world.pass(STEP);
        }
    }

    private void turns(int many) {
        for (int i = 0; i < many; i++) {
            world.pass(STEP);
            turns.everybody();
        }
    }

    /** Nobody can publish while the broker is down. */
    private void publishing(Runnable publish) {
        if (!world.outages().brokerDown(world.now())) {
            publish.run();
        }
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

    private static Duration skew(int number) {
        return Duration.ofSeconds(number % (2 * MAX_SKEW_SECONDS + 1) - MAX_SKEW_SECONDS);
    }

    private static Service service(int which) {
        return one(List.of(Service.values()), which);
    }

    private Optional<Node> running(int which) {
        return node(which, Node::running);
    }

    private Optional<Node> engine(int which) {
        return node(which, node -> node.running() && node.policies().isPresent());
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
