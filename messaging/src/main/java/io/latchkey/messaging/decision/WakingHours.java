package io.latchkey.messaging.decision;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** From nine in the morning to eight in the evening, where the person lives. */
public record WakingHours(ZoneId zone) {

    private static final Set<String> TIME_ZONES = Set.copyOf(ZoneId.getAvailableZoneIds());
    private static final LocalTime BEGIN = LocalTime.of(9, 0);
    private static final LocalTime END = LocalTime.of(20, 0);

    /** How long after nine those are spread whose time would have come in the night. */
    public static final Duration MORNING = Duration.ofHours(2);

    /** @throws java.time.DateTimeException where this machine knows no such zone */
    public static WakingHours in(String timeZone) {
        return new WakingHours(ZoneId.of(timeZone));
    }

    /** Null where there is no zone, or none that this machine knows: what is not known keeps nobody waiting. */
    public static @Nullable WakingHours inKnown(@Nullable String timeZone) {
        return timeZone != null && TIME_ZONES.contains(timeZone) ? in(timeZone) : null;
    }

    public boolean contain(Instant at) {
        var local = at.atZone(zone).toLocalTime();
        return !local.isBefore(BEGIN) && local.isBefore(END);
    }

    /**
     * The instant itself, or one of the next morning.
     *
     * @param share from 0 to 1, of the first hours of a morning; a fixed one per account spreads them
     */
    public Instant from(Instant at, double share) {
        if (contain(at)) {
            return at;
        }
        var local = at.atZone(zone);
        var day = local.toLocalTime().isBefore(BEGIN)
                ? local.toLocalDate()
                : local.toLocalDate().plusDays(1);
        return day.atTime(BEGIN).atZone(zone).toInstant().plusMillis((long) (MORNING.toMillis() * share));
    }
}
