package io.latchkey.crashtest.launcher;

import io.latchkey.messaging.engine.InputPartition;
import io.latchkey.messaging.engine.Log;
import io.latchkey.messaging.engine.OutputRecord;
import io.latchkey.notification.delivery.Answer;
import io.latchkey.notification.delivery.Notification.Started;
import io.latchkey.notification.queue.Sender;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** What a broken service would do, to see the crash test fail. Named by the environment variable {@value #VARIABLE}. */
enum Sabotage {
    NONE,
    /** Every seventh batch of outcomes is acknowledged and not sent. */
    FORGET,
    /** Every seventh message is handed to the provider twice more. */
    CALL_AGAIN;

    static final String VARIABLE = "LATCHKEY_CRASHTEST_SABOTAGE";

    private static final int EVERY = 7;

    static Sabotage wanted() {
        return valueOf(System.getenv().getOrDefault(VARIABLE, NONE.name()));
    }

    Log on(Log log) {
        return this == FORGET ? new Forgetful(log, new AtomicInteger()) : log;
    }

    Sender on(Sender sender) {
        var count = new AtomicInteger();
        return this == CALL_AGAIN ? attempt -> insistent(sender, attempt, count) : sender;
    }

    private static Answer insistent(Sender sender, Started attempt, AtomicInteger count) {
        if (count.incrementAndGet() % EVERY == 0) {
            sender.send(attempt);
            sender.send(attempt);
        }
        return sender.send(attempt);
    }

    private record Forgetful(Log log, AtomicInteger count) implements Log {

        @Override
        public void produce(List<OutputRecord> records) {
            boolean outcomes =
                    records.stream().anyMatch(record -> record.topic().contains(".events."));
            if (!outcomes || count.incrementAndGet() % EVERY != 0) {
                log.produce(records);
            }
        }

        @Override
        public void commit(Map<InputPartition, Long> next) {
            log.commit(next);
        }
    }
}
