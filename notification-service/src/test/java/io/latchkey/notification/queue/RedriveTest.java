package io.latchkey.notification.queue;

import static io.latchkey.notification.delivery.Fixture.MESSAGE;
import static io.latchkey.notification.delivery.Fixture.NOON;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.messaging.engine.DeadLetterReason;
import io.latchkey.messaging.engine.DeadLetters;
import io.latchkey.messaging.engine.InputPartition;
import io.latchkey.messaging.engine.InputRecord;
import io.latchkey.messaging.engine.Redrives;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What operators redrive is taken in as what it was. */
class RedriveTest extends QueueTest {

    private static final InputRecord ORIGINAL = new InputRecord(
            new InputPartition("codes", new UUID(5, 5), 0), 3, NOON, "key".getBytes(UTF_8), new byte[] {1}, List.of());

    private static InputRecord redriven() {
        var name = Worker.SERVICE.name();
        var letter = new DeadLetters(name).of(ORIGINAL, DeadLetterReason.MALFORMED, "why");
        var order = new Redrives.Order("olga", "mended", NOON, new UUID(1, 1));
        var record = Redrives.redriven(Worker.SERVICE.redriveTopic(), letter, 1, order);
        return onRedriveTopic(
                new InputRecord(ORIGINAL.partition(), 0, NOON, record.key(), record.value(), record.headers()));
    }

    private static InputRecord onRedriveTopic(InputRecord record) {
        var partition = new InputPartition(Worker.SERVICE.redriveTopic(), new UUID(6, 6), 0);
        return new InputRecord(
                partition, 0, NOON.plus(Duration.ofDays(1)), record.key(), record.value(), record.headers());
    }

    @Test
    void theReaderIsGivenTheOriginal() {
        var read = new ArrayList<InputRecord>();

        Worker.finish(worker().intake(redriven(), record -> {
            read.add(record);
            return new Reader.Reading.Requests(List.of(SEND));
        }));

        assertThat(read).usingRecursiveFieldByFieldElementComparator().containsExactly(ORIGINAL);
        assertThat(underWay()).isTrue();
    }

    @Test
    void itIsSentOnceAndNotAfterItsTime() {
        var worker = worker();
        Reader reader = record -> new Reader.Reading.Requests(List.of(SEND));
        Worker.finish(worker.intake(redriven(), reader));
        worker.settles();
        Worker.finish(worker.intake(redriven(), reader));
        worker.settles();
        assertThat(world.calls).containsExactly(MESSAGE);
    }

    @Test
    void afterItsTimeItExpires() {
        world.pass(Duration.ofMinutes(5));
        var worker = worker();

        Worker.finish(worker.intake(redriven(), record -> new Reader.Reading.Requests(List.of(SEND))));
        worker.settles();

        assertThat(world.calls).isEmpty();
        assertThat(world.told).singleElement().asString().startsWith("Expired ");
    }

    @Test
    void whatFailsAgainIsADeadLetterOfItsOriginalTopic() {
        Worker.finish(worker().intake(
                        redriven(),
                        record -> new Reader.Reading.Undecodable(DeadLetterReason.READING_FAILED, "still")));

        assertThat(world.produced).singleElement().satisfies(letter -> {
            assertThat(letter.topic()).isEqualTo("codes.dlt");
            assertThat(letter.headers()).anySatisfy(header -> {
                assertThat(header.name()).isEqualTo(DeadLetters.ATTEMPT);
                assertThat(header.value()).isEqualTo("1".getBytes(UTF_8));
            });
        });
    }

    @Test
    void whatDoesNotSayWhatItRedrivesIsADeadLetterOfTheRedriveTopic() {
        Worker.finish(worker().intake(onRedriveTopic(ORIGINAL), record -> {
            throw new AssertionError("nothing to read");
        }));

        assertThat(world.produced)
                .singleElement()
                .satisfies(letter -> assertThat(letter.topic()).isEqualTo(Worker.SERVICE.redriveTopic() + ".dlt"));
    }
}
