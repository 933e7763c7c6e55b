package io.latchkey.bench.run;

import io.latchkey.bench.process.Machine;
import io.latchkey.bench.process.Service;
import io.latchkey.bench.work.Side;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;

/**
 * One stretch of load on one side.
 *
 * @param offeredPerSecond what the load began; where it kept all places taken, what came of that
 * @param perSecond enrolments that ended
 * @param coreMillis of processor time per enrolment, by process
 * @param compiling the share of it that compilers of bytecode used; it ends, but late
 * @param times of those that began in this stretch, in microseconds; empty at saturation, where it is the number of places that
 *     decides
 * @param resident bytes at the end, by process
 * @param writes of documents per enrolment, by database and collection, from before the first enrolment began until all had
 *     ended; nothing of a database that did not count
 */
public record Sample(
        Side side,
        double offeredPerSecond,
        double perSecond,
        Map<String, Double> coreMillis,
        double compiling,
        Histogram times,
        Map<String, Long> resident,
        Map<String, Double> writes) {

    public double coreMillisInAll() {
        return coreMillis.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    public double coreMillisOfServices() {
        return coreMillis(Arrays.stream(Service.values()).map(Service::title));
    }

    /** As far as they are counted. */
    public double coreMillisOfStores() {
        return coreMillis(stores().stream());
    }

    /** The processes of broker and database that are counted. */
    public List<String> stores() {
        return Stream.of(Machine.STORES, Machine.BROKER, Machine.DATABASE)
                .filter(coreMillis::containsKey)
                .toList();
    }

    private double coreMillis(Stream<String> processes) {
        return processes
                .mapToDouble(process -> coreMillis.getOrDefault(process, 0.0))
                .sum();
    }

    /** Of this share of them, at most. */
    public double millis(double percentile) {
        return times.getValueAtPercentile(percentile) / 1e3;
    }
}
