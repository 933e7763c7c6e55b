package io.latchkey.notification.mongo;

import static io.latchkey.notification.mongo.MessageDocument.cause;
import static io.latchkey.notification.mongo.MessageDocument.instant;

import io.latchkey.messaging.decision.AggregateKey;
import io.latchkey.notification.delivery.Erasure;
import io.latchkey.notification.delivery.Remembered;
import io.latchkey.notification.delivery.Renewal;
import java.time.Instant;
import java.util.Date;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** What is known of an account as a document: its id, times and the ids of events; nothing personal. */
final class RememberedDocument {

    static final String VERSION = "version";
    static final String EXPIRES_AT = "expiresAt";

    private RememberedDocument() {}

    static Document of(Remembered known, long version, Instant until) {
        var document = new Document("_id", known.account().value()).append(VERSION, version);
        if (known.erasure() != null) {
            document.append("erased", erased(known.erasure()));
        }
        if (known.renewal() != null) {
            document.append("renewed", renewed(known.renewal()));
        }
        return document.append(EXPIRES_AT, Date.from(until));
    }

    static Remembered read(Document document) {
        return new Remembered(
                AggregateKey.parse(document.getString("_id")),
                erasure(document.get("erased", Document.class)),
                renewal(document.get("renewed", Document.class)));
    }

    private static Document erased(Erasure erasure) {
        return new Document("askedAt", Date.from(erasure.askedAt())).append("cause", cause(erasure.cause()));
    }

    private static Document renewed(Renewal renewal) {
        var dueAt = renewal.dueAt();
        return MessageDocument.order(new Document("cause", cause(renewal.cause())), renewal.order())
                .append("dueAt", dueAt == null ? null : Date.from(dueAt));
    }

    private static @Nullable Renewal renewal(@Nullable Document renewed) {
        if (renewed == null) {
            return null;
        }
        var dueAt = renewed.getDate("dueAt");
        return new Renewal(
                MessageDocument.order(renewed),
                dueAt == null ? null : dueAt.toInstant(),
                cause(MessageDocument.document(renewed, "cause")));
    }

    private static @Nullable Erasure erasure(@Nullable Document erased) {
        return erased == null
                ? null
                : new Erasure(instant(erased, "askedAt"), cause(MessageDocument.document(erased, "cause")));
    }
}
