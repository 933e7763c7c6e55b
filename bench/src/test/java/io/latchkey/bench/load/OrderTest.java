package io.latchkey.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.latchkey.bench.work.Side;
import java.util.Arrays;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What two processes say to each other. */
class OrderTest {

    @ParameterizedTest
    @MethodSource("everyOrder")
    void anOrderIsReadAsItWasGiven(Order order) {
        assertThat(order.line()).doesNotContain("\n");
        assertThat(Order.parse(order.line())).isEqualTo(order);
    }

    static Stream<Order> everyOrder() {
        return Arrays.stream(Side.values())
                .flatMap(side -> Stream.of(
                        new Order.Meet(side),
                        new Order.Saturate(side, 5_000_000, 2_000),
                        new Order.Arrive(side, 60_000, 712.3456789),
                        new Order.Record(side),
                        new Order.Tell(side),
                        new Order.End(side),
                        new Order.Settle(side)));
    }

    @Test
    void everyKindOfOrderIsTold() {
        assertThat(everyOrder().map(Object::getClass)).contains(Order.class.getPermittedSubclasses());
    }

    @Test
    void anythingElseIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Order.parse("dance FLOOR"));
    }

    @Test
    void aStandingIsReadAsItWasTold() {
        var told = new Standing(-5, 60_001, 1_234_567_890_123L, 2, 3, times());

        var read = Standing.parse(told.toString());

        assertThat(told.toString()).doesNotContain("\n");
        assertThat(read).isEqualTo(told);
        assertThat(read.times().getTotalCount()).isEqualTo(3);
        assertThat(read.times().getValueAtPercentile(100))
                .isEqualTo(told.times().getValueAtPercentile(100));
    }

    private static Histogram times() {
        var times = new Histogram(3_600_000_000L, 3);
        times.recordValue(1);
        times.recordValue(25_000);
        times.recordValue(3_000_000_000L);
        return times;
    }
}
