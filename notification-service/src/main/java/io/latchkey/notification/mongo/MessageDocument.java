package io.latchkey.notification.mongo;

import io.latchkey.messaging.decision.AggregateKey;
import io.latchkey.messaging.decision.WakingHours;
import io.latchkey.notification.delivery.Cause;
import io.latchkey.notification.delivery.Channel;
import io.latchkey.notification.delivery.Content;
import io.latchkey.notification.delivery.EventOrder;
import io.latchkey.notification.delivery.Message;
import io.latchkey.notification.delivery.Purpose;
import io.latchkey.notification.delivery.SealedText;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/** A message as a document. What is personal stays sealed as it came. */
final class MessageDocument {

    private static final String TIME_ZONE = "timeZone";

    private MessageDocument() {}

    static Document of(Message message) {
        var document = new Document("account", message.account().value())
                .append("purpose", message.content().purpose().name())
                .append("content", content(message.content()))
                .append("channel", message.channel().name())
                .append("methodId", message.methodId());
        return seal(document, "destination", message.destination())
                .append("locale", message.locale())
                .append("expiresAt", Date.from(message.expiresAt()))
                .append("cause", cause(message.cause()))
                .append("correlationId", message.correlationId());
    }

    static Message read(UUID id, Document message) {
        return new Message(
                id,
                AggregateKey.parse(message.getString("account")),
                content(Purpose.valueOf(message.getString("purpose")), document(message, "content")),
                Channel.valueOf(message.getString("channel")),
                message.get("methodId", UUID.class),
                sealed(message, "destination"),
                message.getString("locale"),
                instant(message, "expiresAt"),
                cause(document(message, "cause")),
                message.get("correlationId", UUID.class));
    }

    private static Document content(Content content) {
        return switch (content) {
            case Content.Code code ->
                seal(new Document(), "digits", code.digits())
                        .append("number", code.number())
                        .append("requestedAt", Date.from(code.requestedAt()));
            case Content.Notice notice ->
                new Document("change", notice.change().name())
                        .append("kind", notice.kind().name())
                        .append("mask", notice.mask())
                        .append("by", notice.by().name())
                        .append("here", notice.here());
            case Content.HelpWanted help ->
                name(new Document("page", help.page().name()), help.displayName())
                        .append("why", help.why().name())
                        .append("askedAt", Date.from(help.askedAt()));
            case Content.ReconfirmReminder reminder ->
                order(new Document("dueAt", Date.from(reminder.dueAt())), reminder.order())
                        .append("number", reminder.number())
                        .append(TIME_ZONE, timeZone(reminder.waking()));
        };
    }

    private static Document name(Document document, @Nullable SealedText name) {
        return name == null ? document : seal(document, "displayName", name);
    }

    private static Content content(Purpose purpose, Document content) {
        return switch (purpose) {
            case CODE ->
                new Content.Code(
                        sealed(content, "digits"), content.getInteger("number"), instant(content, "requestedAt"));
            case NOTICE ->
                new Content.Notice(
                        Content.Change.valueOf(content.getString("change")),
                        Content.Kind.valueOf(content.getString("kind")),
                        content.getString("mask"),
                        Content.Actor.valueOf(content.getString("by")),
                        content.getBoolean("here"));
            case ADMINISTRATOR ->
                new Content.HelpWanted(
                        Content.Page.valueOf(content.getString("page")),
                        Content.Why.valueOf(content.getString("why")),
                        content.containsKey("displayName") ? sealed(content, "displayName") : null,
                        instant(content, "askedAt"));
            case REMINDER ->
                new Content.ReconfirmReminder(
                        instant(content, "dueAt"),
                        content.getInteger("number"),
                        order(content),
                        WakingHours.inKnown(content.getString(TIME_ZONE)));
        };
    }

    private static @Nullable String timeZone(@Nullable WakingHours waking) {
        return waking == null ? null : waking.zone().getId();
    }

    static Document order(Document document, EventOrder order) {
        return document.append("epoch", Date.from(order.epoch())).append("sequence", order.sequence());
    }

    static EventOrder order(Document document) {
        return new EventOrder(instant(document, "epoch"), document.getLong("sequence"));
    }

    static Document cause(Cause cause) {
        return new Document("recordId", cause.recordId())
                .append("at", Date.from(cause.at()))
                .append("traceparent", cause.traceparent());
    }

    static Cause cause(Document cause) {
        return new Cause(cause.get("recordId", UUID.class), instant(cause, "at"), cause.getString("traceparent"));
    }

    static Instant instant(Document document, String field) {
        return document.getDate(field).toInstant();
    }

    static Document document(Document parent, String field) {
        return parent.get(field, Document.class);
    }

    /** Leaves out what is left out already. */
    private static Document seal(Document document, String field, SealedText text) {
        if (text.equals(SealedText.NONE)) {
            return document;
        }
        var sealed = new Document("keyId", text.keyId())
                .append("wrappedKey", new Binary(text.wrappedKey()))
                .append("ciphertext", new Binary(text.ciphertext()));
        return document.append(field, sealed);
    }

    private static SealedText sealed(Document document, String field) {
        var text = document.get(field, Document.class);
        if (text == null) {
            return SealedText.NONE;
        }
        return new SealedText(
                text.getString("keyId"),
                text.get("wrappedKey", Binary.class).getData(),
                text.get("ciphertext", Binary.class).getData());
    }
}
