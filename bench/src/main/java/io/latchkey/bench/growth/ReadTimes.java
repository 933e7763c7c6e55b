package io.latchkey.bench.growth;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What reads one after the other took, each from its request to the whole answer.
 *
 * @param cpuPerRead of the process that answers, whatever else it does meanwhile; null where it is not known
 */
public record ReadTimes(
        int reads, Duration median, Duration p99, @Nullable Duration cpuPerRead) {}
