package io.latchkey.operations.dlt;

import io.latchkey.messaging.engine.Redrives;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A record of a redrive topic: who redrove which dead letter. */
record Redriven(ConsumerRecord<byte[], byte[]> record) {

    private Headers headers() {
        return new Headers(record);
    }

    DeadLetter.Identity deadLetter() {
        return DeadLetter.Identity.of(record);
    }

    Place original() {
        return DeadLetter.original(record);
    }

    Place place() {
        return DeadLetter.place(record);
    }

    int attempt() {
        return (int) headers().number(Redrives.ATTEMPT, 0);
    }

    String operator() {
        return headers().text(Redrives.OPERATOR);
    }

    String reason() {
        return headers().text(Redrives.REASON);
    }

    String run() {
        return headers().text(Redrives.RUN);
    }

    /** Names it; never shows its content. */
    @Override
    public String toString() {
        return "Redriven[" + place() + "]";
    }
}
