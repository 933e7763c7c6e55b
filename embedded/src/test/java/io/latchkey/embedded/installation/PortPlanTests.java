package io.latchkey.embedded.installation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PortPlanTests {

    @ParameterizedTest
    @CsvSource({
        "BROKER, 19092",
        "CONTROLLER, 19093",
        "REGISTRY, 19081",
        "DATABASE, 19017",
        "MAIL, 19025",
        "INBOX, 19080"
    })
    void usuallyEndsAsTheWellKnownPortsDo(Part part, int port) {
        assertThat(PortPlan.from(PortPlan.DEFAULT_BASE).port(part)).isEqualTo(port);
    }

    @ParameterizedTest
    @EnumSource(Part.class)
    void takesAnyFreePortWhereNoneWasAskedFor(Part part) {
        assertThat(PortPlan.free().port(part)).isZero();
    }
}
