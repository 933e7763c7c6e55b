package io.latchkey.notification.mongo;

import static io.latchkey.notification.mongo.MessageDocument.cause;
import static io.latchkey.notification.mongo.MessageDocument.instant;

import io.latchkey.messaging.decision.AggregateKey;
import io.latchkey.notification.delivery.Erasure;
import io.latchkey.notification.delivery.Remembered;
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
        return document.append(EXPIRES_AT, Date.from(until));
    }

    static Remembered read(Document document) {
        return new Remembered(
                AggregateKey.parse(document.getString("_id")), erasure(document.get("erased", Document.class)));
    }

    private static Document erased(Erasure erasure) {
        return new Document("askedAt", Date.from(erasure.askedAt())).append("cause", cause(erasure.cause()));
    }

    private static @Nullable Erasure erasure(@Nullable Document erased) {
        return erased == null
                ? null
                : new Erasure(instant(erased, "askedAt"), cause(MessageDocument.document(erased, "cause")));
    }
}
