package io.latchkey.notification.queue;

import static java.util.stream.Collectors.toSet;

import io.latchkey.messaging.engine.BatchRun;
import io.latchkey.notification.delivery.Notification.Finished;
import java.time.Duration;
import java.util.Collection;
import java.util.List;

/**
 * Tells ends, then archives them. An end that is not archived is told again; one that is archived was told, and can never
 * be made anew by a repeat.
 */
public final class FinishRun implements BatchRun {

    /** Longer than any topic keeps a record that could repeat a notification. */
    static final Duration KEPT = Duration.ofDays(14);

    private enum Action {
        TELL,
        ARCHIVE,
        REMOVE,
        DONE
    }

    private final QueuePorts ports;
    private final Reports reports;
    private final List<Finished> ends;
    private Action next = Action.TELL;

    public FinishRun(QueuePorts ports, Reports reports, Collection<Finished> ends) {
        this.ports = ports;
        this.reports = reports;
        this.ends = List.copyOf(ends);
    }

    @Override
    public boolean step() {
        next = switch (next) {
            case TELL -> tell();
            case ARCHIVE -> archive();
            case REMOVE -> remove();
            case DONE -> Action.DONE;
        };
        return next != Action.DONE;
    }

    private Action tell() {
        ports.log().produce(ends.stream().map(reports::of).toList());
        return Action.ARCHIVE;
    }

    private Action archive() {
        ports.store().archive(ends, ports.clock().instant().plus(KEPT));
        return Action.REMOVE;
    }

    private Action remove() {
        ports.store().remove(ends.stream().map(Finished::id).collect(toSet()));
        return Action.DONE;
    }
}
