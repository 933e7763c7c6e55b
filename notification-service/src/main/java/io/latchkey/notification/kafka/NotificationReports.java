package io.latchkey.notification.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.latchkey.messaging.avro.AvroValues;
import io.latchkey.messaging.engine.Envelope;
import io.latchkey.messaging.engine.Header;
import io.latchkey.messaging.engine.OutputRecord;
import io.latchkey.messaging.kafka.CloudEvents;
import io.latchkey.messaging.kafka.Topics;
import io.latchkey.notification.delivery.Notification.Finished;
import io.latchkey.notification.queue.Reports;
import io.latchkey.schemas.topics.Topic;
import org.jspecify.annotations.Nullable;

/** Makes the records of notification.events. All that is in one follows from the end itself, so a repeat is equal. */
final class NotificationReports implements Reports {

    private final String service;
    private final String topic;
    private final AvroValues values;

    NotificationReports(String service, Topics topics, AvroValues values) {
        this.service = service;
        this.topic = topics.name(Topic.NOTIFICATION_EVENTS);
        this.values = values;
    }

    @Override
    public OutputRecord of(Finished end) {
        var envelope = envelope(end);
        var event = NotificationEvents.of(end, envelope);
        return new OutputRecord(
                topic,
                envelope.key().value().getBytes(UTF_8),
                values.encode(topic, event),
                CloudEvents.headers(service, event.getSchema(), envelope));
    }

    private static Envelope envelope(Finished end) {
        return new Envelope(
                end.eventId(),
                null,
                end.message().account(),
                end.sequence(),
                end.progress().epoch(),
                end.cause().at(),
                end.message().correlationId(),
                end.cause().recordId(),
                traceparent(end));
    }

    private static @Nullable Header traceparent(Finished end) {
        var traceparent = end.cause().traceparent();
        return traceparent == null ? null : Header.of(Header.TRACEPARENT, traceparent);
    }
}
