package io.latchkey.crashtest.fault;

import io.latchkey.crashtest.fault.Fault.CopyEvents;
import io.latchkey.crashtest.fault.Fault.Halt;
import io.latchkey.crashtest.fault.Fault.Kill;
import io.latchkey.crashtest.fault.Fault.KillStores;
import io.latchkey.crashtest.fault.Fault.Pause;
import io.latchkey.crashtest.fault.Fault.RestartBroker;
import io.latchkey.crashtest.fault.Fault.StopDatabase;
import io.latchkey.crashtest.fault.Fault.TurnClock;
import io.latchkey.crashtest.process.Service;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/** Deals the faults of each round, so that all points of all services come up before one comes up again. */
public final class Deck {

    private static final int HALTS = 4;
    private static final int MOST_PASSAGES = 2;

    private final Random random;
    private final Duration load;
    private final Deque<Halt> halts = new ArrayDeque<>();
    private final Deque<Fault> outages = new ArrayDeque<>();
    private final Deque<Service> pauses = new ArrayDeque<>();

    /** @param load how long the round's load lasts */
    public Deck(long seed, Duration load) {
        this.random = new Random(seed);
        this.load = load;
    }

    /** A fault and when, from the round's beginning on. */
    public record Planned(Duration at, Fault fault) {}

    public List<Planned> deal() {
        var plan = new ArrayList<Planned>();
        for (int i = 0; i < HALTS; i++) {
            plan.add(at(12 + 56 * i / HALTS, 14, nextHalt(1 + i % Fleet.INSTANCES)));
        }
        plan.add(at(25, 50, new Kill(any(), 1 + random.nextInt(Fleet.INSTANCES))));
        plan.add(at(15, 30, new Pause(nextPause(), 1 + random.nextInt(Fleet.INSTANCES))));
        plan.add(at(20, 20, nextOutage()));
        plan.add(at(55, 25, nextOutage()));
        plan.add(at(40, 5, new CopyEvents()));
        plan.add(at(85, 5, new CopyEvents()));
        plan.add(at(60, 5, new TurnClock()));
        return List.copyOf(plan);
    }

    /** Of every fault that can be dealt. */
    public static Set<String> titles() {
        var faults = new ArrayList<Fault>(allHalts());
        for (var service : Service.values()) {
            faults.add(new Kill(service, 1));
            faults.add(new Pause(service, 1));
        }
        faults.addAll(
                List.of(new RestartBroker(), new StopDatabase(), new KillStores(), new CopyEvents(), new TurnClock()));
        return faults.stream().map(Fault::title).collect(Collectors.toSet());
    }

    /** What did not happen comes up first next time. */
    public void putBack(List<Halt> missed) {
        missed.forEach(halts::push);
    }

    private Planned at(int fromPercent, int span, Fault fault) {
        return new Planned(load.multipliedBy(fromPercent + random.nextInt(span)).dividedBy(100), fault);
    }

    private Service any() {
        return Service.values()[random.nextInt(Service.values().length)];
    }

    /** Those that every batch passes are waited for a little. */
    private Halt nextHalt(int instance) {
        if (halts.isEmpty()) {
            halts.addAll(shuffled(allHalts()));
        }
        var next = halts.pop();
        return new Halt(next.service(), instance, next.point(), 1 + random.nextInt(MOST_PASSAGES));
    }

    private static List<Halt> allHalts() {
        return Arrays.stream(Service.values())
                .flatMap(service -> Arrays.stream(HaltingPoint.values())
                        .filter(point -> point.existsIn(service))
                        .map(point -> new Halt(service, 1, point, 1)))
                .toList();
    }

    private Fault nextOutage() {
        if (outages.isEmpty()) {
            outages.addAll(shuffled(
                    List.<Fault>of(new RestartBroker(), new StopDatabase(), new KillStores(), new StopDatabase())));
        }
        return outages.pop();
    }

    private Service nextPause() {
        if (pauses.isEmpty()) {
            pauses.addAll(shuffled(List.of(Service.values())));
        }
        return pauses.pop();
    }

    private <T> List<T> shuffled(List<T> cards) {
        var shuffled = new ArrayList<>(cards);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }
}
