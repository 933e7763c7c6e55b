package io.latchkey.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.simulation.schedule.Action;
import io.latchkey.simulation.schedule.Kind;
import io.latchkey.simulation.schedule.Schedule;
import io.latchkey.simulation.schedule.Shrinking;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShrinkingTest {

    @Test
    void keepsOnlyWhatTheFailureNeeds() {
        var crash = new Action(Kind.CRASH, 1_000_001, 2, 3);
        var pause = new Action(Kind.PAUSE, 1_000_001, 2, 3);
        var actions = new ArrayList<>(Schedule.of(5).actions());
        actions.add(40, crash);
        actions.add(80, pause);

        var shortest = new Shrinking(
                        schedule -> schedule.actions().containsAll(List.of(crash, pause)), Duration.ofMinutes(1))
                .shrink(new Schedule(actions));

        assertThat(shortest.actions()).containsExactly(crash, pause);
    }

    @Test
    void anActionReadsAsItWasWritten() {
        var action = new Action(Kind.FAIL, 1, 22, 333);

        assertThat(Action.parse(action.toString())).isEqualTo(action);
    }
}
