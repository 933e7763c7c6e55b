package io.latchkey.notification.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.latchkey.messaging.decision.AggregateKey;
import io.latchkey.messaging.engine.Header;
import io.latchkey.messaging.engine.InputRecord;
import io.latchkey.notification.delivery.Cause;
import io.latchkey.notification.delivery.Channel;
import io.latchkey.notification.delivery.Content;
import io.latchkey.notification.delivery.EventOrder;
import io.latchkey.notification.delivery.Message;
import io.latchkey.notification.delivery.SealedText;
import io.latchkey.schemas.EventMetadata;
import io.latchkey.schemas.Recipient;
import io.latchkey.schemas.Sealed;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.UUID;

/** What many records have in common, in notification's own words. */
final class Translation {

    private Translation() {}

    static AggregateKey account(EventMetadata metadata) {
        return new AggregateKey(metadata.getTenantId(), metadata.getUserId());
    }

    static EventOrder order(EventMetadata metadata) {
        return new EventOrder(metadata.getEpoch(), metadata.getSequence());
    }

    static Message message(
            UUID id, EventMetadata metadata, Content content, Recipient told, Instant expiresAt, InputRecord input) {
        return new Message(
                id,
                account(metadata),
                content,
                channel(told.getChannel()),
                told.getMethodId(),
                sealed(told.getDestination()),
                told.getLocale(),
                expiresAt,
                cause(metadata, input),
                metadata.getCorrelationId());
    }

    static Cause cause(EventMetadata metadata, InputRecord input) {
        var traceparent = input.header(Header.TRACEPARENT);
        return new Cause(
                metadata.getEventId(),
                input.logTime(),
                traceparent == null ? null : new String(traceparent.value(), UTF_8));
    }

    static Channel channel(io.latchkey.schemas.Channel channel) {
        return switch (channel) {
            case SMS -> Channel.SMS;
            case EMAIL -> Channel.EMAIL;
            case VOICE -> Channel.VOICE;
            case UNKNOWN -> Channel.OTHER;
        };
    }

    static SealedText sealed(Sealed sealed) {
        return new SealedText(sealed.getRecipientKeyId(), bytes(sealed.getWrappedKey()), bytes(sealed.getCiphertext()));
    }

    private static byte[] bytes(ByteBuffer buffer) {
        var bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }
}
