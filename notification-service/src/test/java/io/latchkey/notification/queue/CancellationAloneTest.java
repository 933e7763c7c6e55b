package io.latchkey.notification.queue;

import static io.latchkey.notification.delivery.Fixture.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.notification.delivery.Notification;
import io.latchkey.notification.delivery.Notification.Cancelled;
import io.latchkey.notification.delivery.Notification.Forestalled;
import io.latchkey.notification.delivery.Notification.Started;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A cancellation in a batch without its message: what it costs, and what it leaves. */
class CancellationAloneTest extends QueueTest {

    private final List<String> written = new ArrayList<>();

    @Test
    void writesNothingWhereTheMessageWasSentLongAgo() {
        var worker = worker();
        worker.takesIn(SEND);
        worker.settles();
        assertThat(archived()).isTrue();

        counted(2).takesIn(CANCEL);

        assertThat(written).isEmpty();
        assertThat(underWay()).isFalse();
    }

    @Test
    void endsWhatWaitsWithOneWrite() {
        new Worker(world, store, 0).takesIn(SEND);

        var worker = counted(2);
        worker.takesIn(CANCEL);

        assertThat(written).containsExactly("replace");
        assertThat(stored()).isInstanceOf(Cancelled.class);
        assertThat(worker.ends).hasSize(1);
    }

    @Test
    void marksWhatIsCalledWithOneWrite() {
        worker().takesIn(SEND);

        counted(2).takesIn(CANCEL);

        assertThat(written).containsExactly("replace");
        assertThat(stored())
                .isInstanceOfSatisfying(
                        Started.class,
                        started -> assertThat(started.cancelled()).isEqualTo(PROVEN));
    }

    @Test
    void isKeptWhereTheMessageIsUnknown() {
        counted(2).takesIn(CANCEL);

        assertThat(written).containsExactly("insert");
        assertThat(stored()).isInstanceOf(Forestalled.class);
    }

    @Test
    void writesNothingTheSecondTime() {
        worker().takesIn(CANCEL);

        counted(2).takesIn(CANCEL);

        assertThat(written).isEmpty();
        assertThat(stored()).isInstanceOf(Forestalled.class);
    }

    @Test
    void takesNoPlace() {
        var worker = counted(2);

        worker.takesIn(CANCEL);

        assertThat(worker.free()).isEqualTo(2);
    }

    private Worker counted(int places) {
        return new Worker(world, Writes.of(store, written), places);
    }

    private Notification stored() {
        return Objects.requireNonNull(store.load(Set.of(MESSAGE.id())).get(MESSAGE.id()))
                .notification();
    }
}
