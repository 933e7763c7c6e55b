package io.latchkey.crashtest.launcher;

import static io.latchkey.crashtest.fault.HaltingPoint.BEFORE_COMMIT;
import static io.latchkey.crashtest.fault.HaltingPoint.BEFORE_WRITE;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HaltSwitchTest {

    private final HaltSwitch halt = new HaltSwitch();

    @Test
    void nothingHaltsUnlessItIsTold() {
        assertThat(halt.isLastPassage(BEFORE_WRITE)).isFalse();
    }

    @Test
    void itHaltsAtThePassageThatItWasTold() {
        halt.arm(BEFORE_WRITE, 3);

        assertThat(halt.isLastPassage(BEFORE_WRITE)).isFalse();
        assertThat(halt.isLastPassage(BEFORE_COMMIT)).isFalse();
        assertThat(halt.isLastPassage(BEFORE_WRITE)).isFalse();
        assertThat(halt.isLastPassage(BEFORE_WRITE)).isTrue();
    }

    @Test
    void nothingHaltsOnceItIsDisarmed() {
        halt.arm(BEFORE_WRITE, 1);
        halt.disarm();

        assertThat(halt.isLastPassage(BEFORE_WRITE)).isFalse();
    }
}
