package io.latchkey.bench.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.bench.work.Side;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class WarmUpTest {

    @Test
    void fewerThanThreeStretchesShowNothing() {
        assertThat(WarmUp.steady(rates())).isFalse();
        assertThat(WarmUp.steady(rates(500, 500))).isFalse();
    }

    @Test
    void threeThatHardlyDifferAreSteady() {
        assertThat(WarmUp.steady(rates(500, 500, 500))).isTrue();
        assertThat(WarmUp.steady(rates(520, 500, 524))).isTrue();
    }

    @Test
    void whoStillGrowsFasterIsNotSteady() {
        assertThat(WarmUp.steady(rates(500, 514, 529))).isFalse();
    }

    @Test
    void onlyTheLastThreeCount() {
        assertThat(WarmUp.steady(rates(100, 300, 500, 505, 510))).isTrue();
        assertThat(WarmUp.steady(rates(500, 500, 500, 600))).isFalse();
    }

    private static List<Sample> rates(double... perSecond) {
        return DoubleStream.of(perSecond)
                .mapToObj(rate -> MadeUp.sample(Side.FLOOR, rate, Map.of(), Map.of(), 0))
                .toList();
    }
}
