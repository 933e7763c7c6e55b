package io.latchkey.bench.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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

    @Test
    void whoIsStillBeingCompiledIsNotSteady() {
        assertThat(WarmUp.steady(compiling(0.2, 0.1, 0.06))).isFalse();
        assertThat(WarmUp.steady(compiling(0.2, 0.1, 0.04))).isTrue();
    }

    @Test
    void belowSaturationCompiledIsWarm() {
        assertThat(WarmUp.compiled(List.of())).isFalse();
        assertThat(WarmUp.compiled(compiling(0.4))).isFalse();
        assertThat(WarmUp.compiled(compiling(0.4, 0.05))).isTrue();
    }

    private static List<Sample> compiling(double... shares) {
        return DoubleStream.of(shares)
                .mapToObj(share -> MadeUp.compiling(500, share))
                .toList();
    }

    private static List<Sample> rates(double... perSecond) {
        return DoubleStream.of(perSecond)
                .mapToObj(rate -> MadeUp.compiling(rate, 0))
                .toList();
    }
}
