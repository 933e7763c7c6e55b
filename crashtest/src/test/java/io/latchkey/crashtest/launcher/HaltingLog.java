package io.latchkey.crashtest.launcher;

import static io.latchkey.crashtest.fault.HaltingPoint.BEFORE_COMMIT;
import static io.latchkey.crashtest.fault.HaltingPoint.BETWEEN_PRODUCE_AND_ACKNOWLEDGEMENT;
import static io.latchkey.crashtest.fault.HaltingPoint.BETWEEN_WRITE_AND_PRODUCE;

import io.latchkey.messaging.engine.InputPartition;
import io.latchkey.messaging.engine.Log;
import io.latchkey.messaging.engine.OutputRecord;
import java.util.List;
import java.util.Map;

/** The bus. Keys and ticks follow from no write and pass by unseen. */
record HaltingLog(Log log, HaltSwitch halt) implements Log {

    @Override
    public void produce(List<OutputRecord> records) {
        if (records.stream().anyMatch(HaltingLog::followsFromWrite)) {
            halt.passing(BETWEEN_WRITE_AND_PRODUCE);
            if (halt.isLastPassage(BETWEEN_PRODUCE_AND_ACKNOWLEDGEMENT)) {
                log.produce(records.subList(0, (records.size() + 1) / 2));
                halt.halt();
            }
        }
        log.produce(records);
    }

    private static boolean followsFromWrite(OutputRecord record) {
        return !record.topic().contains(".keys.") && !record.topic().contains(".ticks.");
    }

    @Override
    public void commit(Map<InputPartition, Long> next) {
        halt.passing(BEFORE_COMMIT);
        log.commit(next);
    }
}
