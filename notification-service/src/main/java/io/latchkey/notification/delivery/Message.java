package io.latchkey.notification.delivery;

import io.latchkey.messaging.decision.AggregateKey;
import java.time.Instant;
import java.util.UUID;

/**
 * Everything needed to send one message to one destination. Two sends of it are the same message.
 *
 * @param id names the notification, and is the idempotency key towards providers
 * @param methodId whose destination it is; of an administrator's address what names it within its event
 * @param destination sealed and bound to {@code methodId}
 * @param locale BCP 47 tag as the sender gave it
 * @param expiresAt from when on it is not sent
 */
public record Message(
        UUID id,
        AggregateKey account,
        Content content,
        Channel channel,
        UUID methodId,
        SealedText destination,
        String locale,
        Instant expiresAt,
        Cause cause,
        UUID correlationId) {

    public boolean expired(Instant now) {
        return !now.isBefore(expiresAt);
    }

    /**
     * When it may be sent, now or later. Reminders that had to wait for the morning do not all go out in its first minute.
     */
    Instant earliest(Instant now) {
        return content instanceof Content.ReconfirmReminder reminder && reminder.waking() != null
                ? reminder.waking().from(now, Backoff.fraction(id, 0))
                : now;
    }

    /** The same without what is personal: enough to tell what became of it. */
    Message withoutSeals() {
        return new Message(
                id,
                account,
                content.withoutSeals(),
                channel,
                methodId,
                SealedText.NONE,
                locale,
                expiresAt,
                cause,
                correlationId);
    }

    public Lane lane() {
        return new Lane(channel, content.purpose() == Purpose.CODE);
    }
}
