package io.latchkey.bench.run;

import io.latchkey.bench.load.Order;
import io.latchkey.bench.process.Machine;
import io.latchkey.bench.work.Side;
import io.latchkey.infrastructure.process.Until;
import java.time.Duration;

/** Stops all services for a minute while enrolments arrive. */
final class Stop {

    private static final Duration BEFORE = Duration.ofSeconds(10);
    private static final Duration AWAY = Duration.ofSeconds(60);

    /** What it may take to stop them. */
    private static final Duration LEAVING = Duration.ofSeconds(20);

    /** From their start; codes live for five minutes: whoever waits longer is not enrolled any more. */
    private static final Duration PATIENCE = Duration.ofSeconds(220);

    private final Machine machine;
    private final Stretches stretches;

    Stop(Machine machine, Stretches stretches) {
        this.machine = machine;
        this.stretches = stretches;
    }

    Recovery measure(double perSecond) {
        stretches.arrives(
                Side.PIPELINE, perSecond, BEFORE.plus(LEAVING).plus(AWAY).plus(PATIENCE));
        Until.passed(BEFORE);
        int usual = Math.max(underWay(), (int) perSecond);
        machine.stopServices();
        Until.passed(AWAY);
        long began = System.nanoTime();
        int waiting = underWay();
        machine.startServices();
        var start = Duration.ofNanos(System.nanoTime() - began);
        boolean inTime = Until.isTrue(PATIENCE.minus(start), () -> underWay() <= usual);
        var caughtUp = Duration.ofNanos(System.nanoTime() - began);
        int behind = inTime ? 0 : underWay();
        stretches.end(Side.PIPELINE);
        return new Recovery(perSecond, waiting, start, caughtUp, behind);
    }

    private int underWay() {
        return machine.load().order(new Order.Tell(Side.PIPELINE)).underWay();
    }
}
