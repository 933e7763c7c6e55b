package io.latchkey.bench.preload;

import io.latchkey.embedded.installation.Noon;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What to fill with what.
 *
 * @param mongodb a URI without a database; the services' databases are {@code registration}, {@code verification} and
 *     {@code notification}
 * @param secrets holds a directory of secrets per service, named like its database
 * @param to exclusive
 * @param dueIn how long until the methods are due, see {@link #logTime}; null for about half a year
 */
record PreloadOptions(
        String mongodb,
        Path secrets,
        URI schemaRegistry,
        String prefix,
        int from,
        int to,
        Standing standing,
        @Nullable Duration dueIn) {

    private static final ZoneId HOME = ZoneId.of("Europe/Berlin");
    private static final Duration AGE = Duration.ofDays(30);
    private static final Duration LONGEST_NIGHT = Duration.ofDays(1);

    /**
     * When everything happened. A due date is spread by a tenth around the policy's time and put into waking hours: nobody's
     * comes before {@code dueIn} has passed where it is positive, and everybody's has come by then where it is not.
     *
     * @param after the policy's time from a proof to its due date
     */
    Instant logTime(Instant now, Duration after) {
        if (dueIn == null) {
            return now.minus(AGE);
        }
        var due = now.plus(dueIn);
        return dueIn.isPositive()
                ? due.minus(after.multipliedBy(9).dividedBy(10))
                : due.minus(after.multipliedBy(11).dividedBy(10)).minus(LONGEST_NIGHT);
    }

    /** Nobody is reminded at night: where something is to come due, it is noon then. */
    ZoneId timeZone(Instant now) {
        if (dueIn == null) {
            return HOME;
        }
        return Noon.zone(dueIn.isPositive() ? now.plus(dueIn) : now);
    }

    /** A URI may have a password in it. */
    @Override
    public String toString() {
        return "PreloadOptions[" + from + ".." + to + ", " + standing + "]";
    }
}
