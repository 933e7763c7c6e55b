package io.latchkey.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.simulation.proof.Campaign;
import io.latchkey.simulation.proof.Totals;
import io.latchkey.simulation.world.Wiring;
import java.security.SecureRandom;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The promise under schedules; {@code ./latchkey simulate} plays as many as one likes. */
class PromiseTest {

    private static final int SCHEDULES = 500;

    @Test
    void holdsInAFixedSetOfSchedules() {
        assertHolds(20261128);
    }

    /** Its seed is printed, so that what it finds can be found again. */
    @Test
    void holdsInSchedulesThatNobodyHasSeenBefore() {
        long seed = new SecureRandom().nextLong();
        System.out.println("simulate: fresh seed " + seed);
        assertHolds(seed);
    }

    private static void assertHolds(long seed) {
        var campaign = new Campaign(Wiring.REAL, seed, SCHEDULES, Duration.ofMinutes(5));
        Totals totals = campaign.run(progress -> {});
        System.out.println("simulate: seed " + seed + ": " + totals.line());
        assertThat(campaign.failure())
                .as("./latchkey simulate --schedules %d --seed %d", SCHEDULES, seed)
                .isEmpty();
        assertThat(totals.schedules()).isEqualTo(SCHEDULES);
        assertThat(totals.faults()).isGreaterThan(SCHEDULES);
    }
}
