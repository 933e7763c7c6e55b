package io.latchkey.simulation.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.latchkey.messaging.decision.AggregateKey;
import io.latchkey.messaging.decision.Context;
import io.latchkey.messaging.decision.Counter;
import io.latchkey.messaging.decision.Decider;
import io.latchkey.messaging.decision.Decision;
import io.latchkey.messaging.decision.Refusal;
import io.latchkey.messaging.engine.Codec;
import io.latchkey.messaging.engine.Decoded;
import io.latchkey.messaging.engine.Envelope;
import io.latchkey.messaging.engine.InputPartition;
import io.latchkey.messaging.engine.InputRecord;
import io.latchkey.messaging.engine.Origin;
import io.latchkey.messaging.engine.OutputRecord;
import io.latchkey.messaging.engine.Preparation.Prepared;
import io.latchkey.simulation.model.AvroModel;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RecorderTest {

    private static final AggregateKey ANN = new AggregateKey("t1", "ann");
    private static final Context CONTEXT = new Context(Instant.EPOCH, ordinal -> new byte[32], Map.of(), 0);

    private final Facts facts = new Facts();
    private final Recorder<String, Asked, String> recorder = new Recorder<>(facts);
    private final Codec<Asked, String> codec = recorder.codec(new Commands(), faults());
    private final Decider<String, Asked, String> decider = recorder.decider(new Rules());

    /** After a restore: the original fails once more, and so does what was redriven of it before. */
    @Test
    void aRecordThatIsReadTwiceInOneBatchTakesNothingFromThoseInBetween() {
        var original = read(0);
        var other = read(1);
        var redriven = read(0);

        assertThatThrownBy(() -> decider.decide(null, original, CONTEXT));
        decider.decide(null, other, CONTEXT);
        assertThatThrownBy(() -> decider.decide("1", redriven, CONTEXT));

        assertThat(recorder.decisions(ANN.value()))
                .extracting(decided -> decided.input().offset())
                .containsExactly(1L);
    }

    @Test
    void whatIsDecidedAgainAfterAnOutageIsRememberedOnce() {
        var first = read(1);
        var second = read(2);
        decider.decide(null, first, CONTEXT);
        decider.decide("1", second, CONTEXT);
        decider.decide(null, first, CONTEXT);

        assertThat(recorder.decisions(ANN.value()))
                .extracting(decided -> decided.input().offset())
                .containsExactly(1L);
    }

    private Asked read(long offset) {
        var record = new InputRecord(
                new InputPartition("commands", new UUID(0, 1), 0), offset, Instant.EPOCH, null, null, List.of());
        return ((Decoded.Relevant<Asked>) codec.decode(record))
                .preparation()
                .prepare()
                .command();
    }

    private static Faults faults() {
        var world = new World(new AvroModel(), Wiring.REAL, World.Trace.NOWHERE);
        return new Faults(world, new Node(world, Service.REGISTRATION, 0));
    }

    /** A command is told from another by its identity. */
    private record Asked(long offset) {}

    private static final class Commands implements Codec<Asked, String> {
        @Override
        public Decoded<Asked> decode(InputRecord input) {
            var origin = new Origin.Unnumbered(new UUID(0, input.offset()));
            return new Decoded.Relevant<>(
                    ANN, origin, origin.id(), () -> new Prepared<>(new Asked(input.offset()), new byte[0]));
        }

        @Override
        public String topicOf(String outcome) {
            return "events";
        }

        @Override
        public OutputRecord encode(String outcome, Envelope envelope) {
            return new OutputRecord("events", null, null, List.of());
        }
    }

    /** The first record always fails. */
    private static final class Rules implements Decider<String, Asked, String> {
        @Override
        public Decision<String, String> decide(@Nullable String state, Asked command, Context context) {
            if (command.offset() == 0) {
                throw new IllegalStateException("broken");
            }
            return Decision.of(Long.toString(command.offset()));
        }

        @Override
        public String refused(Asked command, Refusal refusal) {
            return "refused";
        }

        @Override
        public Set<Counter> reservations(@Nullable String state, Asked command, Instant now) {
            return Set.of();
        }
    }
}
