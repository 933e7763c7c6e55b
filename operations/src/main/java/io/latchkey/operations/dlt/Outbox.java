package io.latchkey.operations.dlt;

import io.latchkey.messaging.engine.OutputRecord;

/** Where redriven records go. */
interface Outbox extends AutoCloseable {

    void send(DeadLetter letter, int attempt, OutputRecord record);

    /** Returns when all are acknowledged. */
    @Override
    void close();

    /** Sends nothing. */
    record Rehearsal(RedriveReport report) implements Outbox {

        @Override
        public void send(DeadLetter letter, int attempt, OutputRecord record) {
            report.redriven(letter, attempt, record.topic());
        }

        @Override
        public void close() {}
    }
}
