package io.latchkey.operations.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.latchkey.operations.terminal.OperatorFailure;
import org.junit.jupiter.api.Test;

/** How far an import is, while its lines are done in any order. */
class WindowTest {

    private final Window window = new Window(2, Progress.from(10, 1));

    private static Line line(long number) {
        return new Line(number, number * 10, new byte[0], false);
    }

    @Test
    void isNoFurtherThanTheFirstLineThatIsNotDone() {
        var first = window.good(line(2), 2, 2);
        var second = window.good(line(3), 1, 1);
        assertThat(window.hasRoom()).isFalse();

        window.settle(second);
        window.settle(first);
        assertThat(window.progress()).isEqualTo(Progress.from(10, 1));

        window.settle(first);
        assertThat(window.progress()).isEqualTo(new Progress(30, 3, 2, 3, 0, 0));
        assertThat(window.isEmpty()).isTrue();
    }

    @Test
    void countsWhatWasPassedOverAndWhatWasRejected() {
        var first = window.good(line(2), 1, 2);
        window.passedOver(line(3), true);
        window.passedOver(line(4), false);

        window.settle(first);
        window.reject(first);

        assertThat(window.progress()).isEqualTo(new Progress(40, 4, 1, 1, 1, 1));
    }

    @Test
    void tellsWhoeverWaitsThatItFailed() {
        window.fail(new OperatorFailure("gone"));
        window.fail(new OperatorFailure("later"));

        assertThatThrownBy(window::hasRoom).hasMessage("gone");
        assertThatThrownBy(window::await).hasMessage("gone");
    }
}
