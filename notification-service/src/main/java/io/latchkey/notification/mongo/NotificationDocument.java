package io.latchkey.notification.mongo;

import io.latchkey.notification.delivery.Lane;
import io.latchkey.notification.delivery.Notification;
import io.latchkey.notification.delivery.Notification.Accepted;
import io.latchkey.notification.delivery.Notification.Cancelled;
import io.latchkey.notification.delivery.Notification.Expired;
import io.latchkey.notification.delivery.Notification.Finished;
import io.latchkey.notification.delivery.Notification.Forestalled;
import io.latchkey.notification.delivery.Notification.Known;
import io.latchkey.notification.delivery.Notification.Queued;
import io.latchkey.notification.delivery.Notification.Rejected;
import io.latchkey.notification.delivery.Notification.Started;
import io.latchkey.notification.delivery.Notification.Unknown;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bson.Document;

/**
 * A notification under way as a document. {@code lane} and {@code dueAt} say where and when somebody has to look at it
 * next; an end that is not told yet is in a lane of its own.
 */
final class NotificationDocument {

    static final String LANE = "lane";
    static final String DUE_AT = "dueAt";
    static final String ACCOUNT = "message.account";
    static final String VERSION = "version";
    static final String EXPIRES_AT = "expiresAt";

    /** The lane of what has ended and may not have been told. */
    static final String ENDED = "ENDED";

    /** A cancellation without a message waits longer than any topic could still bring that. */
    private static final Duration FORESTALLED_KEPT = Duration.ofDays(14);

    private NotificationDocument() {}

    static Document of(Notification notification, long version) {
        var document = new Document("_id", notification.id()).append(VERSION, version);
        return switch (notification) {
            case Forestalled early ->
                document.append("state", "FORESTALLED")
                        .append("epoch", Date.from(early.epoch()))
                        .append("cause", MessageDocument.cause(early.cause()))
                        .append(EXPIRES_AT, Date.from(early.epoch().plus(FORESTALLED_KEPT)));
            case Queued queued -> known(document, "QUEUED", queued, lane(queued), queued.dueAt());
            case Started started -> started(document, started);
            case Finished end -> ended(document, end);
        };
    }

    private static Document started(Document document, Started started) {
        known(document, "STARTED", started, lane(started), started.lease().until());
        document.append("holder", started.lease().holder());
        return started.cancelled() == null
                ? document
                : document.append("cancelled", MessageDocument.cause(started.cancelled()));
    }

    private static Document ended(Document document, Finished end) {
        known(document, state(end), end, ENDED, end.finishedAt());
        return switch (end) {
            case Rejected rejected ->
                document.append("reason", rejected.reason().name());
            case Cancelled cancelled -> document.append("cause", MessageDocument.cause(cancelled.cause()));
            case Accepted _, Unknown _, Expired _ -> document;
        };
    }

    private static Document known(Document document, String state, Known known, String lane, Instant dueAt) {
        var progress = known.progress();
        return document.append("state", state)
                .append(LANE, lane)
                .append(DUE_AT, Date.from(dueAt))
                .append("epoch", Date.from(progress.epoch()))
                .append("calls", progress.calls())
                .append("lost", progress.lost())
                .append("provider", progress.provider())
                .append("message", MessageDocument.of(known.message()));
    }

    /** As in the specification, for operators. */
    static String state(Finished end) {
        return switch (end) {
            case Accepted _ -> "ACCEPTED";
            case Rejected _ -> "REJECTED";
            case Unknown _ -> "UNKNOWN";
            case Expired _ -> "EXPIRED";
            case Cancelled _ -> "CANCELLED";
        };
    }

    static String lane(Lane lane) {
        return lane.label();
    }

    private static String lane(Known known) {
        return lane(known.message().lane());
    }
}
