package io.latchkey.notification.queue;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.toCollection;

import io.latchkey.messaging.decision.AggregateKey;
import io.latchkey.notification.delivery.Lane;
import io.latchkey.notification.delivery.Message;
import io.latchkey.notification.delivery.Notification;
import io.latchkey.notification.delivery.Remembered;
import io.latchkey.notification.delivery.Slot;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What one batch asks of one notification, and the place that is held for it meanwhile. */
final class Arrival {

    private static final Slot BUSY = new Slot.Busy();

    private final NotificationIntake intake;
    private final QueuePorts ports;
    private final List<Request.OfNotification> requests;
    private Slot slot = BUSY;
    private @Nullable Notification planned;

    /** A cancellation of the same batch goes first: what is pointless already is never started. */
    Arrival(NotificationIntake intake, List<Request.OfNotification> requests) {
        this.intake = intake;
        this.ports = intake.ports();
        this.requests = requests.stream()
                .sorted(comparing(Request.Send.class::isInstance))
                .collect(toCollection(ArrayList::new));
    }

    /** Of the message, if it is not a cancellation alone. */
    Optional<AggregateKey> account() {
        return message().map(Message::account);
    }

    /** What is known of the account may cancel the message, and did so before it came. */
    void judge(Remembered known) {
        message().map(known::against).ifPresent(cause -> requests.addFirst(new Request.Cancel(id(), cause)));
    }

    UUID id() {
        return requests.getFirst().id();
    }

    /** Decides what to insert, once: a second try inserts the same. */
    void plan() {
        if (planned == null) {
            var now = ports.clock().instant();
            lane().ifPresent(lane -> slot = ports.places().take(lane, now));
            planned = fold(null, slot);
            lane().ifPresent(lane -> ports.places().giveBackUnlessUsed(slot, lane, planned));
        }
    }

    Notification planned() {
        return Objects.requireNonNull(planned, "planned before it is inserted");
    }

    boolean inserted(Stored<Notification> stored) {
        return planned != null && stored.equals(Stored.first(planned));
    }

    /** The state after the requests where a notification was there before; nothing is started then. */
    Notification after(Notification stored) {
        return fold(stored, BUSY);
    }

    /** Somebody else's notification is there. */
    void giveBackPlace() {
        HandOver.giveBackPlace(ports, planned);
        planned = fold(null, BUSY);
    }

    void abandoned() {
        HandOver.giveBackPlace(ports, planned);
    }

    private Optional<Lane> lane() {
        return message().map(Message::lane);
    }

    private Optional<Message> message() {
        return requests.stream()
                .filter(Request.Send.class::isInstance)
                .map(request -> ((Request.Send) request).message())
                .findFirst();
    }

    private Notification fold(@Nullable Notification before, Slot slot) {
        var now = ports.clock().instant();
        var state = before;
        for (var request : requests) {
            var epoch = intake.epoch(request.cause().at());
            state = switch (request) {
                case Request.Send send -> ports.delivery().arrive(state, send.message(), epoch, now, slot);
                case Request.Cancel cancel -> ports.delivery().cancel(state, cancel.id(), cancel.cause(), epoch, now);
            };
        }
        return Objects.requireNonNull(state, "every notification has a request");
    }
}
