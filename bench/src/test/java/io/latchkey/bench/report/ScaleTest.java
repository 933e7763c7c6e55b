package io.latchkey.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.BiFunction;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ScaleTest {

    @Test
    void aLinearScaleShowsZeroAndEndsWithTheNextRoundNumber() {
        assertThat(Scale.linear(3, 7.2).ticks()).containsExactly(0.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0);
        assertThat(Scale.linear(0.1, 0.6).ticks()).containsExactly(0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6);
        assertThat(Scale.linear(1000, 1737).ticks()).containsExactly(0.0, 500.0, 1000.0, 1500.0, 2000.0);
        assertThat(Scale.linear(-3, 1).ticks()).containsExactly(-3.0, -2.5, -2.0, -1.5, -1.0, -0.5, 0.0, 0.5, 1.0);
    }

    @Test
    void aLinearScaleOfZerosHasALengthYet() {
        assertThat(Scale.linear(0, 0).ticks()).startsWith(0.0).endsWith(1.0);
    }

    @Test
    void aLogarithmicScaleCountsOneTwoFive() {
        assertThat(Scale.logarithmic(3, 70).ticks()).containsExactly(2.0, 5.0, 10.0, 20.0, 50.0, 100.0);
        assertThat(Scale.logarithmic(10, 100).ticks()).containsExactly(10.0, 20.0, 50.0, 100.0);
    }

    @Test
    void aLogarithmicScaleOfManyDecadesCountsDecades() {
        assertThat(Scale.logarithmic(0.3, 8000).ticks()).containsExactly(0.1, 1.0, 10.0, 100.0, 1000.0, 10000.0);
        assertThat(Scale.logarithmic(1e-9, 1e15).ticks())
                .containsExactly(1e-9, 1e-6, 1e-3, 1.0, 1e3, 1e6, 1e9, 1e12, 1e15);
    }

    @Test
    void aLogarithmicScaleOfOneValueReachesBeyondIt() {
        assertThat(Scale.logarithmic(10, 10).ticks()).containsExactly(5.0, 10.0, 20.0);
        assertThat(Scale.logarithmic(7, 7).ticks()).containsExactly(5.0, 10.0);
    }

    @Property
    void whatIsScaledLiesBetweenTheEndsOfFewTicks(@ForAll("values") double one, @ForAll("values") double other) {
        holds(Scale::linear, Math.min(one, other), Math.max(one, other));
        holds(Scale::linear, -one, other);
        holds(Scale::logarithmic, Math.min(one, other), Math.max(one, other));
    }

    @Provide
    Arbitrary<Double> values() {
        return Arbitraries.oneOf(
                Arbitraries.doubles().between(1e-9, 1e15).ofScale(9),
                Arbitraries.doubles().between(0.001, 5000).ofScale(3));
    }

    private static void holds(BiFunction<Double, Double, Scale> kind, double min, double max) {
        var scale = kind.apply(min, max);
        assertThat(scale.share(min)).isBetween(0.0, 1.0);
        assertThat(scale.share(max)).isBetween(0.0, 1.0);
        assertThat(scale.ticks()).isSorted().doesNotHaveDuplicates().hasSizeBetween(2, 12);
    }
}
