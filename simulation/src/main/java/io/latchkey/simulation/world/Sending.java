package io.latchkey.simulation.world;

import static java.util.Objects.requireNonNull;

import io.latchkey.messaging.engine.BatchRun;
import io.latchkey.messaging.engine.OutageException;
import io.latchkey.notification.delivery.Notification.Finished;
import io.latchkey.notification.delivery.Notification.Started;
import io.latchkey.notification.queue.AnswerRun;
import io.latchkey.notification.queue.Claims;
import io.latchkey.notification.queue.Desk;
import io.latchkey.notification.queue.FinishRun;
import io.latchkey.notification.queue.QueuePorts;
import io.latchkey.notification.queue.Reports;
import io.latchkey.notification.queue.Sender;
import io.latchkey.notification.queue.Stored;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the threads behind notification's desk do, one step at a time: claim, call, record, tell, look for what was left. */
final class Sending implements Desk {

    static final Duration LEASE = Duration.ofSeconds(30);

    /** Kinds of steps. */
    static final int WORKS = 6;

    private static final int STRANDED = 500;

    private final List<Stored<Started>> toSend = new ArrayList<>();
    private final List<Answered> underWay = new ArrayList<>();
    private final Set<Answered> answers = new LinkedHashSet<>();
    private final Set<Finished> ends = new LinkedHashSet<>();
    private @Nullable Threads threads;

    /** What can only be made when the desk exists. */
    private record Threads(
            Node node, QueuePorts ports, Sender sender, List<Claims> lanes, Job claiming, Job recording, Job telling) {}

    void start(Node node, QueuePorts ports, Reports reports, Sender sender) {
        var lanes = ports.places().lanes().stream()
                .map(lane -> new Claims(lane, ports))
                .toList();
        var turn = new int[1];
        threads = new Threads(
                node,
                ports,
                sender,
                lanes,
                new Job(
                        node,
                        "claiming",
                        () -> lanes.get(turn[0]++ % lanes.size()).begin(),
                        () -> {}),
                tray(node, "recording", answers, batch -> new AnswerRun(ports, batch)),
                tray(node, "telling", ends, batch -> new FinishRun(ports, reports, batch)));
    }

    private static <T> Job tray(Node node, String name, Set<T> tray, Function<List<T>, BatchRun> work) {
        var taken = new ArrayList<T>();
        return new Job(
                node,
                name,
                () -> {
                    taken.clear();
                    taken.addAll(tray);
                    return taken.isEmpty() ? null : work.apply(List.copyOf(taken));
                },
                () -> taken.forEach(tray::remove));
    }

    @Override
    public void send(Stored<Started> attempt) {
        toSend.add(attempt);
    }

    @Override
    public void answered(Answered answered) {
        answers.add(answered);
    }

    @Override
    public void finished(Collection<Finished> more) {
        ends.addAll(more);
    }

    /** Of this kind, or else of the next that has something to do. */
    boolean anyStep(int kind, int which) {
        for (int i = 0; i < WORKS; i++) {
            if (step((kind + i) % WORKS, which)) {
                return true;
            }
        }
        return false;
    }

    /** @return whether there was something to do */
    boolean step(int kind, int which) {
        var t = requireNonNull(threads, "started");
        return switch (kind) {
            case 0 -> t.claiming().step();
            case 1 -> call(t, which);
            case 2 -> answer(t, which);
            case 3 -> t.recording().step();
            case 4 -> t.telling().step();
            default -> tidy(t);
        };
    }

    static boolean looksAround(int kind) {
        return kind == 0 || kind == WORKS - 1;
    }

    private boolean call(Threads t, int which) {
        if (toSend.isEmpty()) {
            return false;
        }
        var attempt = toSend.remove(which % toSend.size());
        // What a crash or a pause around the call leaves: the answer is on its way to nobody, or late.
        var answer = t.node().faults().ask(Port.CALL, () -> t.sender().send(attempt.notification()));
        underWay.add(new Answered(attempt, answer));
        return true;
    }

    private boolean answer(Threads t, int which) {
        if (underWay.isEmpty()) {
            return false;
        }
        var answered = underWay.remove(which % underWay.size());
        answered(answered);
        t.ports().places().giveBack(answered.attempt().notification().message().lane());
        return true;
    }

    private boolean tidy(Threads t) {
        try {
            var now = t.ports().clock().instant();
            finished(t.ports().store().untold(now.minus(LEASE), STRANDED));
        } catch (OutageException e) {
            t.node().trace(() -> "tidying waits: " + e.getMessage());
        }
        return !ends.isEmpty();
    }

    /** Whether nothing is on the desk. */
    boolean idle() {
        var t = requireNonNull(threads, "started");
        return toSend.isEmpty()
                && underWay.isEmpty()
                && answers.isEmpty()
                && ends.isEmpty()
                && !t.recording().busy()
                && !t.telling().busy();
    }
}
