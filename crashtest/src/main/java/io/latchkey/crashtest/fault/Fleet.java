package io.latchkey.crashtest.fault;

import io.latchkey.crashtest.process.Instance;
import io.latchkey.crashtest.process.Service;
import io.latchkey.crashtest.process.Site;
import io.latchkey.infrastructure.process.CannotRun;
import io.latchkey.infrastructure.process.Children;
import io.latchkey.infrastructure.process.Until;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Two instances of each service. Whatever ends is started again, as a supervisor would, until they are all stopped. */
public final class Fleet {

    public static final int INSTANCES = 2;

    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final Duration GLANCE = Duration.ofMillis(100);

    private final List<Kept> kept = new ArrayList<>();

    public Fleet(Children children, Site site, Incidents incidents) {
        for (var service : Service.values()) {
            for (int number = 1; number <= INSTANCES; number++) {
                kept.add(new Kept(new Instance(children, site, service, number), incidents));
            }
        }
    }

    /** Returns when each is ready. */
    public void start() {
        kept.forEach(Kept::launch);
        for (var one : kept) {
            if (!one.instance().awaitStarted() || !one.instance().awaitReady()) {
                throw new CannotRun(one.instance() + " does not start: see its log");
            }
        }
        kept.forEach(Kept::keep);
    }

    Kept get(Service service, int number) {
        return of(service).skip(number - 1).findFirst().orElseThrow();
    }

    /** The other one where this one is being started again. */
    Kept running(Service service, int number) {
        var meant = get(service, number);
        return meant.runs() ? meant : get(service, INSTANCES + 1 - number);
    }

    private Stream<Kept> of(Service service) {
        return kept.stream().filter(one -> one.instance().service() == service);
    }

    /** How far registration's scan is ahead of the machine's clock; holds for instances that are started later, too. */
    public void turnClock(Duration ahead) {
        of(Service.REGISTRATION).forEach(one -> one.turnClock(ahead));
    }

    /** @return what was to halt and did not, which is told as missed; nothing is to halt any more */
    public List<Fault.Halt> disarm() {
        return kept.stream().map(Kept::disarm).flatMap(Optional::stream).toList();
    }

    /** Returns when all run. */
    public void awaitAll() {
        if (!Until.isTrue(PATIENCE, () -> kept.stream().allMatch(Kept::runs))) {
            throw new CannotRun("the services do not come back: see their logs");
        }
    }

    /** Stops all in order, and starts none again. */
    public void stop() {
        forgo();
        kept.forEach(one -> one.instance().order(Instance.STOP));
        if (!Until.isTrue(
                PATIENCE, () -> kept.stream().noneMatch(one -> one.instance().isAlive()))) {
            throw new CannotRun("the services do not stop: see their logs");
        }
    }

    /** What ends is not started again. */
    public void forgo() {
        kept.forEach(Kept::forgo);
    }

    /** Starts again after {@link #stop}. */
    public void startAgain() {
        Until.passed(GLANCE);
        start();
    }
}
