package io.latchkey.bench.run;

import io.latchkey.bench.growth.CollectionBytes;
import io.latchkey.bench.growth.DueTimes;
import io.latchkey.bench.growth.ReadTimes;
import java.util.List;

/**
 * What was measured with so many accounts.
 *
 * @param accounts with a proven phone; those that enrol meanwhile come on top
 * @param preloadedPerSecond how fast they were made, what starts before included
 * @param fileBytes of the embedded database, per account; 0 for an external one
 */
public record GrowthPoint(
        int accounts,
        double preloadedPerSecond,
        Sample saturated,
        ReadTimes status,
        ReadTimes eligibility,
        DueTimes due,
        List<CollectionBytes> documents,
        double fileBytes,
        Recovery recovery) {

    public GrowthPoint {
        documents = List.copyOf(documents);
    }

    /** Per account, of all collections. */
    public double documentBytes() {
        return documents.stream().mapToDouble(CollectionBytes::bytesPerAccount).sum();
    }
}
