package io.latchkey.registration.method;

import static io.latchkey.registration.method.Samples.DUE;
import static io.latchkey.registration.method.Samples.KEY;
import static io.latchkey.registration.method.Samples.MARCH;
import static io.latchkey.registration.method.Samples.NEW_YEAR;
import static io.latchkey.registration.method.Samples.OLD_PHONE;
import static io.latchkey.registration.method.Samples.announced;
import static io.latchkey.registration.method.Samples.place;
import static io.latchkey.registration.method.Samples.proven;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.messaging.decision.AggregateKey;
import io.latchkey.messaging.decision.WakingHours;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DueDatesTest {

    private static final Registration PROVEN = proven(OLD_PHONE);
    private static final DueDates HALF_A_YEAR = new DueDates(Duration.ofDays(180));

    @Test
    @Tag("SPEC-4.1d")
    void aMassEnrolmentIsSpreadOverFiveWeeks() {
        var perDay = IntStream.range(0, 36_000)
                .mapToObj(i -> HALF_A_YEAR
                        .interval(new AggregateKey("contoso", "user-" + i))
                        .toDays())
                .collect(Collectors.groupingBy(day -> day, Collectors.counting()));
        assertThat(perDay).hasSizeBetween(36, 37);
        assertThat(perDay.values()).allMatch(count -> count < 1_200);
    }

    @Test
    @Tag("SPEC-1.4.reconfirmAfterDays.never")
    void zeroMeansNever() {
        var never = new DueDates(Duration.ZERO);
        assertThat(never.of(KEY, PROVEN.methods(), null, null, place(), MARCH)).isNull();
        assertThat(never.of(KEY, PROVEN.methods(), announced(OLD_PHONE).due(), null, place(), MARCH))
                .isNull();
    }

    @Test
    void nothingProvenIsNeverDue() {
        assertThat(HALF_A_YEAR.of(KEY, Methods.NONE, null, null, place(), MARCH))
                .isNull();
    }

    @Test
    void aShorterTimeInThePolicyBringsNobodysDateAtOnce() {
        var later = MARCH.plus(Duration.ofDays(100));
        var dates = IntStream.range(0, 1_000)
                .mapToObj(i -> new AggregateKey("contoso", "user-" + i))
                .map(account -> new DueDates(Duration.ofDays(30))
                        .of(account, PROVEN.methods(), PROVEN.due(), null, place(), later))
                .map(due -> Objects.requireNonNull(due).at())
                .toList();
        assertThat(dates).allMatch(at -> !at.isBefore(later) && at.isBefore(later.plus(Duration.ofDays(4))));
        assertThat(dates.stream()
                        .collect(Collectors.groupingBy(at -> at.truncatedTo(ChronoUnit.HOURS), Collectors.counting())))
                .allSatisfy((hour, count) -> assertThat(count).isLessThan(150));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Europe/Berlin", "America/Los_Angeles", "Asia/Shanghai", "Pacific/Apia", "UTC"})
    @Tag("SPEC-4.1g")
    void everyDateIsInAWakingHour(String zone) {
        var waking = WakingHours.in(zone);
        IntStream.range(0, 2_000)
                .mapToObj(i -> waking.from(NEW_YEAR.plus(Duration.ofMinutes(37L * i)), i / 2_000.0))
                .forEach(at -> assertThat(waking.contain(at)).isTrue());
    }

    @Test
    void aDateInTheNightMovesToTheNextMorning() {
        var berlin = WakingHours.in("Europe/Berlin");
        assertThat(berlin.from(Instant.parse("2026-01-01T22:00:00Z"), 0)).isEqualTo("2026-01-02T08:00:00Z");
        assertThat(berlin.from(Instant.parse("2026-01-02T03:00:00Z"), 0.5)).isEqualTo("2026-01-02T09:00:00Z");
        assertThat(berlin.from(Instant.parse("2026-01-02T18:59:59Z"), 0.5)).isEqualTo("2026-01-02T18:59:59Z");
    }

    @Test
    void aRecountOfTheSameChangesNothing() {
        var moved = Objects.requireNonNull(PROVEN.due());
        assertThat(HALF_A_YEAR.of(KEY, PROVEN.methods(), moved, null, place(), DUE.plus(Duration.ofDays(400))))
                .isEqualTo(moved);
    }
}
