package io.latchkey.notification.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrayTest {

    private final Tray<String> tray = new Tray<>();

    @Test
    void givesTheEldestUntilTheyAreDone() throws InterruptedException {
        tray.put(List.of("a", "b", "c"));

        assertThat(tray.eldest(2, Duration.ZERO)).containsExactly("a", "b");
        tray.done(List.of("a", "b"));
        assertThat(tray.eldest(2, Duration.ZERO)).containsExactly("c");
        assertThat(tray.isEmpty()).isFalse();
    }

    @Test
    void holdsOnceWhatIsPutInAgain() throws InterruptedException {
        tray.put(List.of("a"));
        var working = tray.eldest(2, Duration.ZERO);
        tray.put(List.of("a"));

        tray.done(working);

        assertThat(tray.isEmpty()).isTrue();
    }

    @Test
    void waitsForWorkForAWhile() throws InterruptedException {
        assertThat(tray.eldest(1, Duration.ofMillis(1))).isEmpty();

        Thread.ofVirtual().start(() -> tray.put(List.of("a")));

        assertThat(tray.eldest(1, Duration.ofMinutes(1))).containsExactly("a");
    }
}
