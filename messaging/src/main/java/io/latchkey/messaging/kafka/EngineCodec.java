package io.latchkey.messaging.kafka;

import io.latchkey.messaging.avro.AvroValues;
import io.latchkey.messaging.engine.Codec;
import io.latchkey.messaging.engine.Decoded;
import io.latchkey.messaging.engine.Envelope;
import io.latchkey.messaging.engine.InputRecord;
import io.latchkey.messaging.engine.Origin;
import io.latchkey.messaging.engine.OutputRecord;
import io.latchkey.messaging.kafka.RecordReader.Metadata;
import io.latchkey.messaging.kafka.RecordReader.Read;
import io.latchkey.schemas.EventMetadata;
import io.latchkey.schemas.topics.Party;
import java.nio.charset.StandardCharsets;

/** The engine's codec over Avro: everything about records that is the same for all services. */
public final class EngineCodec<C, O> implements Codec<C, O> {

    private final String service;
    private final Topics topics;
    private final AvroValues values;
    private final RecordReader reader;
    private final Translation<C, O> translation;

    public EngineCodec(String service, Topics topics, AvroValues values, Translation<C, O> translation) {
        this.service = service;
        this.topics = topics;
        this.values = values;
        this.reader = new RecordReader(topics, values, translation::subject);
        this.translation = translation;
    }

    @Override
    public Decoded<C> decode(InputRecord input) {
        return switch (reader.read(input)) {
            case Read.Record read -> relevant(read, input);
            case Read.Undecodable read -> new Decoded.Undecodable<>(read.reason(), read.detail());
        };
    }

    private Decoded<C> relevant(Read.Record read, InputRecord input) {
        return translation
                .read(read.value(), input.logTime())
                .<Decoded<C>>map(preparation -> new Decoded.Relevant<>(
                        read.key(), origin(read), read.metadata().correlationId(), preparation))
                .orElseGet(Decoded.Irrelevant::new);
    }

    private static Origin origin(Read.Record read) {
        var topic = read.topic();
        return switch (read.metadata()) {
            case Metadata.OfCommand(var command) ->
                switch (topic.numbering()) {
                    case BY_COMMAND_ID ->
                        new Origin.Command(
                                command.getCommandId(), !topic.writers().contains(Party.PORTALS));
                    case BY_ACCOUNT, BY_NOTIFICATION, NONE -> new Origin.Unnumbered(command.getCommandId());
                };
            case Metadata.OfEvent(var event) ->
                switch (topic.numbering()) {
                    case BY_ACCOUNT -> new Origin.Event(event.getEventId(), event.getEpoch(), event.getSequence());
                    case BY_COMMAND_ID, BY_NOTIFICATION, NONE -> new Origin.Unnumbered(event.getEventId());
                };
        };
    }

    @Override
    public String topicOf(O outcome) {
        return topics.name(translation.topicOf(outcome));
    }

    @Override
    public OutputRecord encode(O outcome, Envelope envelope) {
        var topic = topicOf(outcome);
        var record = translation.write(outcome, metadata(envelope), envelope.destroyedKeyId());
        return new OutputRecord(
                topic,
                envelope.key().value().getBytes(StandardCharsets.UTF_8),
                values.encode(topic, record),
                CloudEvents.headers(service, record.getSchema(), envelope));
    }

    private static EventMetadata metadata(Envelope envelope) {
        return EventMetadata.newBuilder()
                .setEventId(envelope.eventId())
                .setCommandId(envelope.commandId())
                .setTenantId(envelope.key().tenantId())
                .setUserId(envelope.key().userId())
                .setSequence(envelope.sequence())
                .setEpoch(envelope.epoch())
                .setOccurredAt(envelope.occurredAt())
                .setCorrelationId(envelope.correlationId())
                .setCausationId(envelope.causationId())
                .build();
    }
}
