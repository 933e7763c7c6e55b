package io.latchkey.notification.kafka;

import io.latchkey.messaging.engine.DeadLetterReason;
import io.latchkey.messaging.engine.Engine;
import io.latchkey.messaging.engine.InputRecord;
import io.latchkey.messaging.kafka.RecordReader;
import io.latchkey.messaging.kafka.RecordReader.Read;
import io.latchkey.notification.queue.Reader;

/** Reads records that are well-formed and belong where they are; the others are dead letters. */
final class NotificationReader implements Reader {

    private final RecordReader records;
    private final NotificationRequests requests;

    NotificationReader(RecordReader records, NotificationRequests requests) {
        this.records = records;
        this.requests = requests;
    }

    @Override
    public Reading read(InputRecord input) {
        var value = input.value();
        if (value != null && value.length > Engine.MAX_RECORD_BYTES) {
            return new Reading.Undecodable(
                    DeadLetterReason.TOO_LARGE, value.length + " bytes, at most " + Engine.MAX_RECORD_BYTES);
        }
        return switch (records.read(input)) {
            case Read.Record read -> understood(read, input);
            case Read.Undecodable read -> new Reading.Undecodable(read.reason(), read.detail());
        };
    }

    /** A fault of ours costs one record, not its partition. */
    private Reading understood(Read.Record read, InputRecord input) {
        try {
            return new Reading.Requests(requests.of(read.value(), input));
        } catch (RuntimeException e) {
            return new Reading.Undecodable(
                    DeadLetterReason.READING_FAILED, e.getClass().getName());
        }
    }
}
