package io.latchkey.notification.kafka;

import static java.util.Objects.requireNonNull;

import io.latchkey.messaging.engine.Envelope;
import io.latchkey.notification.delivery.Notification.Accepted;
import io.latchkey.notification.delivery.Notification.Cancelled;
import io.latchkey.notification.delivery.Notification.Expired;
import io.latchkey.notification.delivery.Notification.Finished;
import io.latchkey.notification.delivery.Notification.Rejected;
import io.latchkey.notification.delivery.Notification.Unknown;
import io.latchkey.schemas.EventMetadata;
import io.latchkey.schemas.NotificationAccepted;
import io.latchkey.schemas.NotificationCancelled;
import io.latchkey.schemas.NotificationExpired;
import io.latchkey.schemas.NotificationPurpose;
import io.latchkey.schemas.NotificationRejected;
import io.latchkey.schemas.NotificationUnknown;
import org.apache.avro.specific.SpecificRecord;

/** An end as an Avro record. */
final class NotificationEvents {

    private NotificationEvents() {}

    static SpecificRecord of(Finished end, Envelope envelope) {
        var metadata = metadata(envelope);
        return switch (end) {
            case Accepted accepted -> accepted(accepted, metadata);
            case Rejected rejected -> rejected(rejected, metadata);
            case Unknown unknown -> unknown(unknown, metadata);
            case Expired expired -> expired(expired, metadata);
            case Cancelled cancelled -> cancelled(cancelled, metadata);
        };
    }

    private static NotificationAccepted accepted(Accepted end, EventMetadata metadata) {
        return NotificationAccepted.newBuilder()
                .setMetadata(metadata)
                .setNotificationId(end.id())
                .setPurpose(purpose(end))
                .setChannel(channel(end))
                .setMethodId(end.message().methodId())
                .setProvider(asked(end))
                .setAttempt(end.progress().calls())
                .build();
    }

    private static NotificationRejected rejected(Rejected end, EventMetadata metadata) {
        return NotificationRejected.newBuilder()
                .setMetadata(metadata)
                .setNotificationId(end.id())
                .setPurpose(purpose(end))
                .setChannel(channel(end))
                .setMethodId(end.message().methodId())
                .setProvider(end.progress().provider())
                .setAttempt(end.progress().calls())
                .setReason(end.reason().name())
                .build();
    }

    private static NotificationUnknown unknown(Unknown end, EventMetadata metadata) {
        return NotificationUnknown.newBuilder()
                .setMetadata(metadata)
                .setNotificationId(end.id())
                .setPurpose(purpose(end))
                .setChannel(channel(end))
                .setMethodId(end.message().methodId())
                .setProvider(asked(end))
                .setAttempt(end.progress().calls())
                .build();
    }

    private static NotificationExpired expired(Expired end, EventMetadata metadata) {
        return NotificationExpired.newBuilder()
                .setMetadata(metadata)
                .setNotificationId(end.id())
                .setPurpose(purpose(end))
                .setChannel(channel(end))
                .setMethodId(end.message().methodId())
                .setAttempt(end.progress().calls())
                .build();
    }

    private static NotificationCancelled cancelled(Cancelled end, EventMetadata metadata) {
        return NotificationCancelled.newBuilder()
                .setMetadata(metadata)
                .setNotificationId(end.id())
                .setPurpose(purpose(end))
                .setChannel(channel(end))
                .setMethodId(end.message().methodId())
                .setAttempt(end.progress().calls())
                .build();
    }

    private static String asked(Finished end) {
        return requireNonNull(end.progress().provider(), "a provider was asked");
    }

    private static EventMetadata metadata(Envelope envelope) {
        return EventMetadata.newBuilder()
                .setEventId(envelope.eventId())
                .setTenantId(envelope.key().tenantId())
                .setUserId(envelope.key().userId())
                .setSequence(envelope.sequence())
                .setEpoch(envelope.epoch())
                .setOccurredAt(envelope.occurredAt())
                .setCorrelationId(envelope.correlationId())
                .setCausationId(envelope.causationId())
                .build();
    }

    private static NotificationPurpose purpose(Finished end) {
        return switch (end.message().content().purpose()) {
            case CODE -> NotificationPurpose.CODE;
            case NOTICE -> NotificationPurpose.NOTICE;
            case REMINDER -> NotificationPurpose.REMINDER;
            case ADMINISTRATOR -> NotificationPurpose.ADMINISTRATOR;
        };
    }

    private static io.latchkey.schemas.Channel channel(Finished end) {
        return switch (end.message().channel()) {
            case SMS -> io.latchkey.schemas.Channel.SMS;
            case EMAIL -> io.latchkey.schemas.Channel.EMAIL;
            case VOICE -> io.latchkey.schemas.Channel.VOICE;
            case OTHER -> io.latchkey.schemas.Channel.UNKNOWN;
        };
    }
}
