package io.latchkey.bench.floor;

import io.latchkey.schemas.MethodProven;
import io.latchkey.schemas.Sealed;
import io.latchkey.schemas.SendCode;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import org.bson.Document;
import org.bson.types.Binary;

/** What the service keeps of a code to be sent, of one that was sent, and of an account. */
final class NotificationDocument {

    static final String UNDER_WAY = "notifications";
    static final String DONE = "notifications_done";
    static final String ACCOUNTS = "notifications_accounts";
    static final String PROVIDER = "sms-webhook";

    private static final Duration KEPT = Duration.ofDays(14);

    private NotificationDocument() {}

    static Document started(Input input, SendCode code) {
        var now = Date.from(input.logTime());
        return new Document(Documents.ID, code.getCodeId())
                .append(Documents.VERSION, 1L)
                .append("state", "STARTED")
                .append("lane", "sms-code")
                .append("dueAt", now)
                .append("epoch", now)
                .append("calls", 1)
                .append("lost", 0)
                .append("provider", PROVIDER)
                .append("message", message(input, code))
                .append("holder", "floor");
    }

    private static Document message(Input input, SendCode code) {
        return new Document("account", input.account())
                .append("purpose", "CODE")
                .append(
                        "content",
                        new Document("digits", sealed(code.getCode()))
                                .append("number", code.getNumber())
                                .append("requestedAt", Date.from(code.getRequestedAt())))
                .append("channel", code.getChannel().name())
                .append("methodId", code.getMethodId())
                .append("destination", sealed(code.getDestination()))
                .append("locale", code.getLocale())
                .append("expiresAt", Date.from(code.getExpiresAt()))
                .append("cause", cause(input, code.getMetadata().getEventId()))
                .append("correlationId", code.getMetadata().getCorrelationId());
    }

    private static Document sealed(Sealed sealed) {
        return new Document("keyId", sealed.getRecipientKeyId())
                .append("wrappedKey", new Binary(Bytes.of(sealed.getWrappedKey())))
                .append("ciphertext", new Binary(Bytes.of(sealed.getCiphertext())));
    }

    private static Document cause(Input input, UUID record) {
        return new Document("recordId", record)
                .append("at", Date.from(input.logTime()))
                .append("traceparent", null);
    }

    static void accept(Document started, Instant now) {
        started.append("state", "ACCEPTED").append("lane", "ENDED").append("dueAt", Date.from(now));
        started.remove("holder");
    }

    /** What remains of it: nothing sealed. */
    static Document done(Document accepted) {
        var message = accepted.get("message", Document.class);
        var finishedAt = accepted.getDate("dueAt");
        return new Document(Documents.ID, accepted.get(Documents.ID))
                .append("state", "ACCEPTED")
                .append("account", message.get("account"))
                .append("purpose", "CODE")
                .append("channel", message.get("channel"))
                .append("methodId", message.get("methodId"))
                .append("provider", PROVIDER)
                .append("calls", 1)
                .append("epoch", accepted.getDate("epoch"))
                .append("sequence", 1L)
                .append("correlationId", message.get("correlationId"))
                .append("cause", message.get("cause"))
                .append("finishedAt", finishedAt)
                .append("expiresAt", Date.from(finishedAt.toInstant().plus(KEPT)));
    }

    static Document remembered(Input input, MethodProven proven) {
        var metadata = proven.getMetadata();
        return new Document(Documents.ID, input.account())
                .append(Documents.VERSION, 1L)
                .append(
                        "renewed",
                        new Document("cause", cause(input, metadata.getEventId()))
                                .append("epoch", Date.from(metadata.getEpoch()))
                                .append("sequence", metadata.getSequence())
                                .append("dueAt", null))
                .append("expiresAt", Date.from(input.logTime().plus(KEPT)));
    }
}
