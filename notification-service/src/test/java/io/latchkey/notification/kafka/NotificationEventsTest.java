package io.latchkey.notification.kafka;

import static io.latchkey.notification.delivery.Channel.EMAIL;
import static io.latchkey.notification.delivery.Fixture.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.latchkey.messaging.engine.Envelope;
import io.latchkey.notification.delivery.Content;
import io.latchkey.notification.delivery.EventOrder;
import io.latchkey.notification.delivery.Notification;
import io.latchkey.notification.delivery.Notification.Finished;
import io.latchkey.notification.delivery.Reason;
import io.latchkey.schemas.Channel;
import io.latchkey.schemas.EventMetadata;
import io.latchkey.schemas.NotificationAccepted;
import io.latchkey.schemas.NotificationCancelled;
import io.latchkey.schemas.NotificationExpired;
import io.latchkey.schemas.NotificationPurpose;
import io.latchkey.schemas.NotificationRejected;
import io.latchkey.schemas.NotificationUnknown;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class NotificationEventsTest {

    @Test
    void tellsAccepted() {
        var end = accepted(2, 1, LATER);

        assertThat(event(end))
                .isEqualTo(new NotificationAccepted(
                        metadata(end), ID, NotificationPurpose.CODE, Channel.SMS, METHOD, "acme", 2));
    }

    @Test
    void tellsRejected() {
        var end = rejected(0, 0, LATER, Reason.UNREADABLE);

        assertThat(event(end))
                .isEqualTo(new NotificationRejected(
                        metadata(end), ID, NotificationPurpose.CODE, Channel.SMS, METHOD, null, 0, "UNREADABLE"));
    }

    @Test
    void tellsUnknown() {
        var end = unknown(2, 2, LATER);

        assertThat(event(end))
                .isEqualTo(new NotificationUnknown(
                        metadata(end), ID, NotificationPurpose.CODE, Channel.SMS, METHOD, "acme", 2));
    }

    @Test
    void tellsExpired() {
        var end = expired(0, 0, LATER);

        assertThat(event(end))
                .isEqualTo(
                        new NotificationExpired(metadata(end), ID, NotificationPurpose.CODE, Channel.SMS, METHOD, 0));
    }

    @Test
    void tellsCancelled() {
        var end = cancelled(0, 0, LATER);

        assertThat(event(end))
                .isEqualTo(
                        new NotificationCancelled(metadata(end), ID, NotificationPurpose.CODE, Channel.SMS, METHOD, 0));
    }

    @ParameterizedTest
    @MethodSource
    void saysWhatAMessageWasFor(Content content, NotificationPurpose purpose) {
        var end = new Notification.Expired(saying(ID, content, EMAIL, NOON), progress(0, 0), LATER);

        assertThat(event(end)).isEqualTo(new NotificationExpired(metadata(end), ID, purpose, Channel.EMAIL, METHOD, 0));
    }

    static Stream<Arguments> saysWhatAMessageWasFor() {
        return Stream.of(
                arguments(notice(Content.Change.REMOVED), NotificationPurpose.NOTICE),
                arguments(
                        new Content.ReconfirmReminder(NOON, 1, new EventOrder(NOON, 1), null),
                        NotificationPurpose.REMINDER),
                arguments(
                        new Content.HelpWanted(Content.Page.NOT_ENABLED, Content.Why.LOCKED, sealed("name"), NOON),
                        NotificationPurpose.ADMINISTRATOR));
    }

    private static SpecificRecord event(Finished end) {
        var envelope = new Envelope(
                end.eventId(),
                null,
                ACCOUNT,
                end.sequence(),
                NOON,
                end.cause().at(),
                METHOD,
                end.cause().recordId(),
                null);
        return NotificationEvents.of(end, envelope);
    }

    private static EventMetadata metadata(Finished end) {
        return EventMetadata.newBuilder()
                .setEventId(end.eventId())
                .setTenantId("contoso")
                .setUserId("u-1")
                .setSequence(1)
                .setEpoch(NOON)
                .setOccurredAt(end.cause().at())
                .setCorrelationId(METHOD)
                .setCausationId(end.cause().recordId())
                .build();
    }
}
