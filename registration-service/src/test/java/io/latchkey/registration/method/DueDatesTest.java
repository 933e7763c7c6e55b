package io.latchkey.registration.method;

import static io.latchkey.registration.method.Samples.KEY;
import static io.latchkey.registration.method.Samples.OLD_PHONE;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.messaging.decision.AggregateKey;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DueDatesTest {

    private static final DueDates HALF_A_YEAR = new DueDates(Duration.ofDays(180));

    @Test
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
    void zeroMeansNever() {
        var proven = new Proven(OLD_PHONE, Samples.NEW_YEAR, Samples.NEW_YEAR);
        var methods = new Methods(List.of(), List.of(proven));
        assertThat(new DueDates(Duration.ZERO).of(KEY, methods, null)).isNull();
        assertThat(new DueDates(Duration.ZERO).of(KEY, methods, new DueDate(Samples.DUE, true)))
                .isNull();
    }

    @Test
    void nothingProvenIsNeverDue() {
        assertThat(HALF_A_YEAR.of(KEY, Methods.NONE, null)).isNull();
    }
}
