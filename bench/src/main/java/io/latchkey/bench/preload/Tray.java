package io.latchkey.bench.preload;

import io.latchkey.messaging.engine.InputPartition;
import io.latchkey.messaging.engine.Log;
import io.latchkey.messaging.engine.OutputRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Takes what is produced, for whoever reads it next. */
final class Tray implements Log {

    private List<OutputRecord> produced = new ArrayList<>();

    List<OutputRecord> emptied() {
        var all = produced;
        produced = new ArrayList<>();
        return all;
    }

    @Override
    public void produce(List<OutputRecord> records) {
        produced.addAll(records);
    }

    @Override
    public void commit(Map<InputPartition, Long> next) {}
}
