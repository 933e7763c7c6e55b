package io.latchkey.embedded.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DaytimeTest {

    private static final Daytime BERLIN = new Daytime(ZoneId.of("Europe/Berlin"));

    @ParameterizedTest
    @CsvSource({
        "2027-05-15T09:00, 2027-05-15T09:00",
        "2027-05-15T19:49, 2027-05-15T19:49",
        "2027-05-15T19:50, 2027-05-16T11:05",
        "2027-05-15T23:30, 2027-05-16T11:05",
        "2027-05-15T03:00, 2027-05-15T11:05",
    })
    void whatFallsIntoTheNightWaitsUntilLateInTheMorning(LocalDateTime at, LocalDateTime then) {
        assertThat(BERLIN.notBefore(inBerlin(at))).isEqualTo(inBerlin(then));
    }

    @Test
    void theNightOfADayIsFollowedByTheNextMorning() {
        var due = inBerlin(LocalDateTime.parse("2027-03-27T14:00"));
        assertThat(BERLIN.nightOf(due)).isEqualTo(inBerlin(LocalDateTime.parse("2027-03-27T22:00")));
        assertThat(BERLIN.morningAfter(due)).isEqualTo(inBerlin(LocalDateTime.parse("2027-03-28T11:05")));
    }

    private static Instant inBerlin(LocalDateTime local) {
        return local.atZone(BERLIN.zone()).toInstant();
    }
}
