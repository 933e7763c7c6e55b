package io.latchkey.crashtest.fault;

import io.latchkey.crashtest.fault.Deck.Planned;
import io.latchkey.crashtest.load.Copies;
import io.latchkey.infrastructure.process.Database;
import io.latchkey.infrastructure.process.Stores;
import io.latchkey.infrastructure.process.Until;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/** Does what was dealt, each at its time. Outages of the stores never overlap, since each heals what it did. */
public final class Injector {

    /** Past every due date that counts from a proof: 180 days and a tenth. */
    public static final Duration AHEAD = Duration.ofDays(200);

    /** A session lasts 6 seconds. */
    private static final Duration PAUSE = Duration.ofSeconds(8);

    private static final Duration IN_TIME = Duration.ofSeconds(4);
    private static final Duration DATABASE_AWAY = Duration.ofSeconds(2);
    private static final Duration BROKER_AWAY = Duration.ofSeconds(1);

    private final Fleet fleet;
    private final Stores stores;
    private final Database database;
    private final Copies copies;
    private final Incidents incidents;
    private final ReentrantLock outage = new ReentrantLock();
    private final List<Thread> running = new ArrayList<>();

    public Injector(Fleet fleet, Stores stores, Database database, Copies copies, Incidents incidents) {
        this.fleet = fleet;
        this.stores = stores;
        this.database = database;
        this.copies = copies;
        this.incidents = incidents;
    }

    /** Returns at once. */
    public void begin(List<Planned> plan) {
        for (var planned : plan) {
            running.add(Thread.ofVirtual().name(planned.fault().title()).start(() -> {
                Until.passed(planned.at());
                injectOrTell(planned.fault());
            }));
        }
    }

    /** Returns when all of it is done and healed, the services aside. */
    public void awaitEnd() {
        for (var one : running) {
            try {
                one.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        running.clear();
    }

    private void injectOrTell(Fault fault) {
        try {
            inject(fault);
        } catch (RuntimeException e) {
            incidents.unexpected(fault.title() + " cannot be done: " + e.getMessage());
        }
    }

    private void inject(Fault fault) {
        switch (fault) {
            case Fault.Halt halt -> halt(halt);
            case Fault.Kill kill -> kill(kill);
            case Fault.Pause pause -> pause(pause);
            case Fault.RestartBroker broker -> away(broker, stores::stopBroker, BROKER_AWAY, stores::startBroker);
            case Fault.StopDatabase stop -> away(stop, database::stop, DATABASE_AWAY, database::start);
            case Fault.KillStores kill -> away(kill, stores::kill, BROKER_AWAY, stores::startAgain);
            case Fault.CopyEvents copy -> copyEvents(copy);
            case Fault.TurnClock turn -> {
                fleet.turnClock(AHEAD);
                incidents.happened(turn.title(), "");
            }
        }
    }

    /** Where the one that is meant does not come by in time, the first of both. */
    private void halt(Fault.Halt halt) {
        var meant = fleet.get(halt.service(), halt.instance());
        var other = fleet.get(halt.service(), Fleet.INSTANCES + 1 - halt.instance());
        meant.arm(halt);
        if (!Until.isTrue(IN_TIME, () -> !meant.isToHalt(halt)) && other.isFree()) {
            other.arm(halt);
            Until.isTrue(IN_TIME, () -> !meant.isToHalt(halt) || !other.isToHalt(halt));
            (other.isToHalt(halt) ? other : meant).forget(halt);
        }
    }

    private void kill(Fault.Kill kill) {
        var victim = fleet.running(kill.service(), kill.instance());
        if (victim.kill()) {
            incidents.happened(kill.title(), victim.instance().toString());
        } else {
            incidents.missed(kill.title(), victim.instance().toString());
        }
    }

    private void pause(Fault.Pause pause) {
        var victim = fleet.running(pause.service(), pause.instance());
        if (!victim.runs()) {
            incidents.missed(pause.title(), victim.instance().toString());
            return;
        }
        var since = Instant.now();
        victim.instance().pause();
        Until.passed(PAUSE);
        victim.instance().resume();
        victim.trouble(since, true);
        if (victim.instance().isAlive()) {
            incidents.happened(pause.title(), victim.instance().toString());
        } else {
            incidents.missed(pause.title(), victim.instance().toString());
        }
    }

    private void away(Fault fault, Runnable away, Duration time, Runnable back) {
        outage.lock();
        try {
            var since = Instant.now();
            away.run();
            Until.passed(time);
            back.run();
            incidents.trouble(since, false);
            incidents.happened(fault.title(), "");
        } finally {
            outage.unlock();
        }
    }

    private void copyEvents(Fault.CopyEvents copy) {
        int copied = copies.some();
        if (copied > 0) {
            incidents.happened(copy.title(), copied + " records");
        } else {
            incidents.missed(copy.title(), "no records");
        }
    }
}
