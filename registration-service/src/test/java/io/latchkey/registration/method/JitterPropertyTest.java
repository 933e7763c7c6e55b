package io.latchkey.registration.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.latchkey.messaging.decision.AggregateKey;
import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.StringLength;

class JitterPropertyTest {

    @Property
    @Tag("SPEC-4.1c")
    void jitterStaysWithinATenth(
            @ForAll @AlphaChars @StringLength(min = 1, max = 128) String user,
            @ForAll @LongRange(min = 1_000, max = 730L * 24 * 3600 * 1000) long millis) {
        var interval = new DueDates(Duration.ofMillis(millis)).interval(new AggregateKey("t", user));
        assertThat((double) interval.toMillis()).isCloseTo((double) millis, within(millis / 10.0 + 1));
    }

    @Property
    void anAccountAlwaysHasTheSameJitter(@ForAll @AlphaChars @StringLength(min = 1, max = 128) String user) {
        assertThat(new DueDates(Samples.HALF_A_YEAR).interval(new AggregateKey("t", user)))
                .isEqualTo(new DueDates(Samples.HALF_A_YEAR).interval(new AggregateKey("t", user)));
    }
}
