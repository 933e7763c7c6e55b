package io.latchkey.embedded.installation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoonTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 11, 12, 13, 18, 23})
    void itIsNoonThereNowAndInHalfAYear(int hour) {
        var now = Instant.parse("2026-01-15T00:31:00Z").plus(Duration.ofHours(hour));
        assertThat(now.atZone(Noon.zone(now)).getHour()).isEqualTo(12);
        assertThat(now.plus(Duration.ofDays(180)).atZone(Noon.zone(now)).getHour())
                .isEqualTo(12);
    }
}
