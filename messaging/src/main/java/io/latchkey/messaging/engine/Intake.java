package io.latchkey.messaging.engine;

import java.util.List;
import java.util.Map;

/** Whatever takes records from the log: reads from its watermark on, and works on one polled batch after another. */
public interface Intake {

    /** The last delivered offset of every partition ever read, by {@link InputPartition#id}; reading starts after it. */
    Map<String, Long> watermarks();

    /** Begins work on a polled batch: per partition in offset order, without a hole. Does nothing by itself yet. */
    BatchRun begin(List<InputRecord> batch);
}
