package io.latchkey.messaging.engine;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** After how many actions a first process dies, and after how many the next. */
final class TwoCrashes {

    private TwoCrashes() {}

    /** Every pair of 0 to {@code steps} actions. */
    static Stream<Arguments> within(int steps) {
        return IntStream.rangeClosed(0, steps)
                .boxed()
                .flatMap(first -> IntStream.rangeClosed(0, steps).mapToObj(second -> Arguments.of(first, second)));
    }
}
