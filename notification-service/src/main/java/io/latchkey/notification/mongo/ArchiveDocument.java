package io.latchkey.notification.mongo;

import io.latchkey.notification.delivery.Notification.Finished;
import java.time.Instant;
import java.util.Date;
import org.bson.Document;

/** What remains of a notification that ended and was told: nothing sealed, nothing that was said. */
final class ArchiveDocument {

    private ArchiveDocument() {}

    static Document of(Finished end, Instant until) {
        var message = end.message();
        return new Document("_id", end.id())
                .append("state", NotificationDocument.state(end))
                .append("account", message.account().value())
                .append("purpose", message.content().purpose().name())
                .append("channel", message.channel().name())
                .append("methodId", message.methodId())
                .append("provider", end.progress().provider())
                .append("calls", end.progress().calls())
                .append("epoch", Date.from(end.progress().epoch()))
                .append("sequence", end.sequence())
                .append("correlationId", message.correlationId())
                .append("cause", MessageDocument.cause(end.cause()))
                .append("finishedAt", Date.from(end.finishedAt()))
                .append(NotificationDocument.EXPIRES_AT, Date.from(until));
    }
}
