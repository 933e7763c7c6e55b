package io.latchkey.crashtest.fault;

import io.latchkey.crashtest.process.Instance;
import io.latchkey.crashtest.process.Service;
import io.latchkey.infrastructure.process.Until;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** An instance that is started again whenever it ends, and what was ordered to happen to it. */
final class Kept {

    private static final Duration GLANCE = Duration.ofMillis(20);
    private static final int KILLED = 128 + 9;
    private static final int LONGEST_PAUSE_MILLIS = 1_500;

    private final Instance instance;
    private final Incidents incidents;
    private volatile @Nullable Thread keeper;
    private volatile boolean started;
    private volatile boolean killed;
    private volatile Fault.@Nullable Halt armed;
    private volatile Fault.@Nullable Halt lastArmed;
    private volatile Duration clock = Duration.ZERO;

    Kept(Instance instance, Incidents incidents) {
        this.instance = instance;
        this.incidents = incidents;
    }

    Instance instance() {
        return instance;
    }

    void launch() {
        killed = false;
        instance.launch();
    }

    void keep() {
        started = true;
        keeper = Thread.ofVirtual().name("keep-" + instance).start(this::keepOrTell);
    }

    private void keepOrTell() {
        try {
            keepForEver();
        } catch (RuntimeException e) {
            incidents.unexpected(instance + " cannot be kept running: " + e.getMessage());
        }
    }

    private void keepForEver() {
        while (!Thread.currentThread().isInterrupted()) {
            if (!Until.isTrue(GLANCE, () -> !instance.isAlive())) {
                continue;
            }
            var since = Instant.now();
            started = false;
            ended();
            Until.passed(Duration.ofMillis(ThreadLocalRandom.current().nextInt(LONGEST_PAUSE_MILLIS)));
            if (!Thread.currentThread().isInterrupted()) {
                launch();
                started = instance.awaitStarted();
                orders();
                trouble(since, false);
            }
        }
    }

    private void ended() {
        int code = instance.exitCode();
        var halt = lastArmed; // the order to forget it may have come too late
        if (code == Instance.HALTED && halt != null) {
            armed = null;
            incidents.happened(halt.title(), instance.toString());
        } else if (code != KILLED || !killed) {
            incidents.unexpected(instance + " ended by itself with code " + code);
        }
    }

    /** What an instance that has just started does not know of. */
    private void orders() {
        var halt = armed;
        if (halt != null) {
            arm(halt);
        }
        if (!clock.isZero()) {
            turnClock(clock);
        }
    }

    void trouble(Instant since, boolean paused) {
        if (instance.service() == Service.NOTIFICATION) {
            incidents.trouble(since, paused);
        }
    }

    synchronized void arm(Fault.Halt halt) {
        armed = halt;
        lastArmed = halt;
        instance.order(Instance.HALT + " " + halt.point() + " " + halt.passages());
    }

    boolean isFree() {
        return armed == null;
    }

    /** Whether it has still to happen. */
    boolean isToHalt(Fault.Halt halt) {
        return halt.equals(armed);
    }

    /** It has happened to another. */
    synchronized void forget(Fault.Halt halt) {
        if (isToHalt(halt)) {
            instance.order(Instance.DISARM);
            armed = null;
        }
    }

    /** @return what it was to halt at and did not */
    synchronized Optional<Fault.Halt> disarm() {
        instance.order(Instance.DISARM);
        var halt = Optional.ofNullable(armed).filter(it -> instance.isAlive());
        halt.ifPresent(missed -> {
            armed = null;
            incidents.missed(missed.title(), instance.toString());
        });
        return halt;
    }

    void turnClock(Duration ahead) {
        clock = ahead;
        instance.order(Instance.CLOCK + " " + ahead);
    }

    /** @return whether it was running, and ended by this */
    boolean kill() {
        if (!runs()) {
            return false;
        }
        killed = true;
        return instance.kill() == KILLED;
    }

    boolean runs() {
        return started && instance.isAlive();
    }

    /** It may end from now on. */
    void forgo() {
        var keeping = keeper;
        if (keeping != null) {
            keeping.interrupt();
            try {
                keeping.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        keeper = null;
        clock = Duration.ZERO;
    }
}
