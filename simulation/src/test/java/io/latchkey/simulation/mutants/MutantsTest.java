package io.latchkey.simulation.mutants;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.simulation.proof.Run;
import io.latchkey.simulation.schedule.Schedule;
import io.latchkey.simulation.world.Wiring;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A check that cannot fail proves nothing: each missing rule is noticed, by what it is there to prevent. */
class MutantsTest {

    @ParameterizedTest
    @EnumSource
    void theMissingRuleIsNoticed(Mutant mutant) {
        var violations = new Run(mutant).play(Schedule.of(mutant.seed())).violations();

        assertThat(violations).anyMatch(mutant::explains);
    }

    @ParameterizedTest
    @EnumSource
    void theSameScheduleViolatesNothingWithTheRule(Mutant mutant) {
        assertThat(new Run(Wiring.REAL).play(Schedule.of(mutant.seed())).violations())
                .isEmpty();
    }
}
