package io.latchkey.embedded.installation;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Where it is about noon: who lives there may be reminded now, whenever now is. */
public final class Noon {

    private static final int NOON = 12;

    private Noon() {}

    /** A zone that knows no summer time, so that it is the same time there in half a year. */
    public static ZoneId zone(Instant now) {
        int ahead = NOON - now.atOffset(ZoneOffset.UTC).getHour();
        return ZoneId.of("Etc/GMT%+d".formatted(-ahead)); // named by how far behind it is
    }
}
