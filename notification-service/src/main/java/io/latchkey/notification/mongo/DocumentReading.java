package io.latchkey.notification.mongo;

import static io.latchkey.notification.mongo.MessageDocument.document;
import static io.latchkey.notification.mongo.MessageDocument.instant;
import static io.latchkey.notification.mongo.NotificationDocument.DUE_AT;
import static io.latchkey.notification.mongo.NotificationDocument.VERSION;

import io.latchkey.notification.delivery.Lease;
import io.latchkey.notification.delivery.Message;
import io.latchkey.notification.delivery.Notification;
import io.latchkey.notification.delivery.Notification.Accepted;
import io.latchkey.notification.delivery.Notification.Cancelled;
import io.latchkey.notification.delivery.Notification.Expired;
import io.latchkey.notification.delivery.Notification.Forestalled;
import io.latchkey.notification.delivery.Notification.Known;
import io.latchkey.notification.delivery.Notification.Queued;
import io.latchkey.notification.delivery.Notification.Rejected;
import io.latchkey.notification.delivery.Notification.Started;
import io.latchkey.notification.delivery.Notification.Unknown;
import io.latchkey.notification.delivery.Progress;
import io.latchkey.notification.delivery.Reason;
import io.latchkey.notification.queue.Stored;
import java.time.Instant;
import java.util.UUID;
import org.bson.Document;

/** The way back from a {@link NotificationDocument}. */
final class DocumentReading {

    private DocumentReading() {}

    static Stored<Notification> read(Document document) {
        return new Stored<>(notification(document), document.getLong(VERSION));
    }

    private static Notification notification(Document document) {
        var id = document.get("_id", UUID.class);
        var state = document.getString("state");
        return state.equals("FORESTALLED")
                ? new Forestalled(id, instant(document, "epoch"), MessageDocument.cause(document(document, "cause")))
                : known(document, state, MessageDocument.read(id, document(document, "message")));
    }

    private static Known known(Document document, String state, Message message) {
        var progress = progress(document);
        var dueAt = instant(document, DUE_AT);
        return switch (state) {
            case "QUEUED" -> new Queued(message, progress, dueAt);
            case "STARTED" -> started(document, message, progress, dueAt);
            case "ACCEPTED" -> new Accepted(message, progress, dueAt);
            case "REJECTED" -> new Rejected(message, progress, dueAt, Reason.valueOf(document.getString("reason")));
            case "UNKNOWN" -> new Unknown(message, progress, dueAt);
            case "EXPIRED" -> new Expired(message, progress, dueAt);
            case "CANCELLED" ->
                new Cancelled(message, progress, dueAt, MessageDocument.cause(document(document, "cause")));
            default -> throw new IllegalStateException("a notification has an unknown state");
        };
    }

    private static Started started(Document document, Message message, Progress progress, Instant until) {
        var cancelled = document.get("cancelled", Document.class);
        return new Started(
                message,
                progress,
                new Lease(document.getString("holder"), until),
                cancelled == null ? null : MessageDocument.cause(cancelled));
    }

    private static Progress progress(Document document) {
        return new Progress(
                instant(document, "epoch"),
                document.getInteger("calls"),
                document.getInteger("lost"),
                document.getString("provider"));
    }
}
