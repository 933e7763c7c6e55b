package io.latchkey.registration.method;

import static io.latchkey.registration.method.Samples.NEW_YEAR;
import static io.latchkey.registration.method.Samples.OLD_EMAIL;
import static io.latchkey.registration.method.Samples.OLD_PHONE;
import static io.latchkey.registration.method.Samples.confirm;
import static io.latchkey.registration.method.Samples.decide;
import static io.latchkey.registration.method.Samples.proven;
import static io.latchkey.registration.method.Samples.tick;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.registration.method.MethodOutcome.ReconfirmDue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class ReconfirmationPropertyTest {

    @Property
    @Tag("SPEC-4.1b")
    void noDueDateIsAnnouncedTwice(@ForAll @Size(max = 60) List<@IntRange(max = 5) Integer> steps) {
        var announced = new ArrayList<Instant>();
        var state = proven(OLD_PHONE, OLD_EMAIL);
        var now = NEW_YEAR;
        for (int step : steps) {
            now = now.plus(Duration.ofDays(40));
            var decision = decide(state, command(step, now), now);
            decision.outcomes().stream()
                    .filter(ReconfirmDue.class::isInstance)
                    .forEach(due -> announced.add(((ReconfirmDue) due).dueAt()));
            state = requireNonNull(decision.next());
        }
        assertThat(announced).doesNotHaveDuplicates().isSorted();
    }

    private static MethodCommand command(int step, Instant now) {
        return switch (step) {
            case 0 -> confirm(OLD_PHONE);
            case 1 -> confirm(OLD_EMAIL);
            case 2 -> confirm(OLD_EMAIL, OLD_PHONE);
            case 3 -> tick(now.plus(Samples.HALF_A_YEAR));
            default -> tick(now);
        };
    }
}
