package io.latchkey.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTest {

    private final Backoff backoff = new Backoff(Duration.ofSeconds(2), Duration.ofMinutes(1));

    @ParameterizedTest
    @CsvSource({"1, 2", "2, 4", "3, 8", "5, 32", "6, 60", "1000000, 60"})
    void doublesUpToTheLongestPauseAndIsShortenedByAtMostHalf(int calls, int longestSeconds) {
        var longest = Duration.ofSeconds(longestSeconds);

        assertThat(backoff.pause(new UUID(1, 2), calls)).isBetween(longest.dividedBy(2), longest);
    }

    @Test
    void isTheSameForTheSameCall() {
        assertThat(backoff.pause(new UUID(1, 2), 3)).isEqualTo(backoff.pause(new UUID(1, 2), 3));
    }

    @Test
    void spreadsWhatFailedTogether() {
        var pauses = IntStream.range(0, 1000)
                .mapToObj(i -> backoff.pause(new UUID(0, i), 1))
                .distinct();

        assertThat(pauses.count()).isGreaterThan(500);
    }
}
