package io.latchkey.simulation;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.schemas.NotificationDelivered;
import io.latchkey.schemas.NotificationUndelivered;
import io.latchkey.schemas.topics.Topic;
import io.latchkey.simulation.proof.Campaign;
import io.latchkey.simulation.proof.Totals;
import io.latchkey.simulation.world.Wiring;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The promise under schedules; {@code ./latchkey simulate} plays as many as one likes. */
class PromiseTest {

    private static final int SCHEDULES = 500;

    /** An invariant about what never happens proves nothing. */
    @Test
    void holdsInAFixedSetOfSchedulesThatTellEverythingThatCanBeTold() {
        var totals = assertHolds(20261128);

        assertThat(totals.coverage().records().keySet()).containsAll(told());
    }

    /** Nobody reports yet what became of a message after a provider took it. */
    private static Set<String> told() {
        return Stream.of(
                        Topic.REGISTRATION_EVENTS,
                        Topic.REGISTRATION_STATUS,
                        Topic.POLICIES,
                        Topic.VERIFICATION_EVENTS,
                        Topic.VERIFICATION_CODES,
                        Topic.NOTIFICATION_EVENTS)
                .flatMap(topic -> topic.records().stream())
                .filter(type -> type != NotificationDelivered.class && type != NotificationUndelivered.class)
                .map(Class::getSimpleName)
                .collect(toSet());
    }

    /** Its seed is printed, so that what it finds can be found again. */
    @Test
    void holdsInSchedulesThatNobodyHasSeenBefore() {
        long seed = new SecureRandom().nextLong();
        System.out.println("simulate: fresh seed " + seed);
        assertHolds(seed);
    }

    private static Totals assertHolds(long seed) {
        var campaign = new Campaign(Wiring.REAL, seed, SCHEDULES, Duration.ofMinutes(5));
        Totals totals = campaign.run(progress -> {});
        System.out.println("simulate: seed " + seed + ": " + totals.line());
        assertThat(campaign.failure())
                .as("./latchkey simulate --schedules %d --seed %d", SCHEDULES, seed)
                .isEmpty();
        assertThat(totals.schedules()).isEqualTo(SCHEDULES);
        assertThat(totals.faults()).isGreaterThan(SCHEDULES);
        return totals;
    }
}
