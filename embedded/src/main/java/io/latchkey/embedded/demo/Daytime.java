package io.latchkey.embedded.demo;

import io.latchkey.embedded.installation.Noon;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/** Hours of the people who play: when they may be told something (9 to 20 o'clock where they live), and when they sleep. */
record Daytime(ZoneId zone) {

    /** Where they live: notification's clock is not turned, and there it is day now. */
    static final Daytime HOME = new Daytime(Noon.zone(Instant.now()));

    private static final LocalTime BEGIN = LocalTime.of(9, 0);

    /** Some minutes before eight, so that what is begun then is not done at night. */
    private static final LocalTime LAST = LocalTime.of(19, 50);

    /** After the two hours over which those are spread whose time would have come in the night. */
    private static final LocalTime MORNING = LocalTime.of(11, 5);

    private static final LocalTime NIGHT = LocalTime.of(22, 0);

    /** The instant itself, or late in the next morning. */
    Instant notBefore(Instant at) {
        var time = at.atZone(zone).toLocalTime();
        if (time.isBefore(BEGIN)) {
            return at(day(at), MORNING);
        }
        return time.isBefore(LAST) ? at : morningAfter(at);
    }

    Instant nightOf(Instant at) {
        return at(day(at), NIGHT);
    }

    Instant morningAfter(Instant at) {
        return at(day(at).plusDays(1), MORNING);
    }

    private LocalDate day(Instant at) {
        return at.atZone(zone).toLocalDate();
    }

    private Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(zone).toInstant();
    }
}
