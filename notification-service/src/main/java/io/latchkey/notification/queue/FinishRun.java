package io.latchkey.notification.queue;

import static java.util.stream.Collectors.toSet;

import io.latchkey.messaging.engine.BatchRun;
import io.latchkey.notification.delivery.Notification.Finished;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Tells ends, then archives them. An end that is not archived is told again; one under whose id something is archived
 * already is removed untold: it was told, or was made by a repeat and says something else under the same event id.
 */
public final class FinishRun implements BatchRun {

    /** Longer than any topic keeps a record that could repeat a notification. */
    static final Duration KEPT = Duration.ofDays(14);

    private enum Action {
        LOOK,
        TELL,
        ARCHIVE,
        REMOVE,
        DONE
    }

    private final QueuePorts ports;
    private final Reports reports;
    private List<Finished> ends;
    private Action next = Action.LOOK;

    public FinishRun(QueuePorts ports, Reports reports, Collection<Finished> ends) {
        this.ports = ports;
        this.reports = reports;
        this.ends = List.copyOf(ends);
    }

    @Override
    public boolean step() {
        next = switch (next) {
            case LOOK -> look();
            case TELL -> tell();
            case ARCHIVE -> archive();
            case REMOVE -> remove();
            case DONE -> Action.DONE;
        };
        return next != Action.DONE;
    }

    private Action look() {
        var archived = ports.store().archived(ids(ends));
        if (!archived.isEmpty()) {
            ports.store().remove(archived);
        }
        ends = ends.stream().filter(end -> !archived.contains(end.id())).toList();
        return ends.isEmpty() ? Action.DONE : Action.TELL;
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
        ports.store().remove(ids(ends));
        return Action.DONE;
    }

    private static Set<UUID> ids(Collection<Finished> ends) {
        return ends.stream().map(Finished::id).collect(toSet());
    }
}
