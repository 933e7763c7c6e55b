package io.latchkey.messaging.engine;

import static io.latchkey.messaging.engine.EngineFixture.complete;
import static io.latchkey.messaging.engine.EngineFixture.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.messaging.decision.Context;
import io.latchkey.messaging.decision.Decider;
import io.latchkey.messaging.decision.Decision;
import io.latchkey.messaging.decision.Refusal;
import io.latchkey.messaging.engine.AggregateDocument.Seen;
import io.latchkey.messaging.engine.Tally.Command;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An upstream event whose dead letter comes back is applied if it was not, and late. Each event here adds its sequence. */
class RedrivenEventsTest {

    private static final Instant EPOCH = TallyLog.START;
    private static final Decoded<Command> UNDECODABLE = new Decoded.Undecodable<>(DeadLetterReason.MALFORMED, "why");

    private final EngineFixture fixture = new EngineFixture();
    private final TallyLog log = fixture.log;

    private void process(InputRecord... batch) {
        complete(fixture.engine(), List.of(batch));
    }

    private InputRecord event(long sequence) {
        return log.append("upstream", 0, meaning(sequence));
    }

    private static Decoded<Command> meaning(long sequence) {
        return meaning(EPOCH, sequence, new Command.Add(sequence));
    }

    private static Decoded<Command> meaning(Instant epoch, long sequence, Command command) {
        return TallyLog.meaning("ann", new Origin.Event(id((int) sequence), epoch, sequence), command);
    }

    /** Could not be decoded when it came, and can be now. */
    private OutputRecord couldNotBeDecoded(long sequence) {
        var record = log.append("upstream", 0, UNDECODABLE);
        process(record);
        log.means(record, meaning(sequence));
        return log.deadLetter();
    }

    private OutputRecord fails(long sequence) {
        process(log.append("upstream", 0, meaning(EPOCH, sequence, new Command.Explode())));
        return log.deadLetter();
    }

    private AggregateDocument<Long> ann() {
        return Objects.requireNonNull(fixture.store.load(Set.of("acme/ann")).get("acme/ann"));
    }

    private Seen seen() {
        return Objects.requireNonNull(ann().seen().get("upstream"));
    }

    @BeforeEach
    void begin() {
        process(event(1));
    }

    @Test
    void oneThatFailedIsAppliedOnceAndWhatWasSeenStays() {
        var letter = fails(2);
        process(event(3));
        fixture.mend();
        process(log.redrive(letter, 1), log.redrive(letter, 2));
        process(log.redrive(letter, 3), event(4));

        assertThat(ann().state()).isEqualTo(1 + 3 + 1 + 4);
        assertThat(seen()).isEqualTo(new Seen(EPOCH, 4, Set.of(), Set.of()));
        assertThat(fixture.observed.repeated).hasSize(2);
    }

    @Test
    void oneThatCouldNotBeDecodedIsAppliedOnceAfterLaterOnes() {
        var letter = couldNotBeDecoded(2);
        process(event(3), event(4));
        process(log.redrive(letter, 1), log.redrive(letter, 2));
        process(log.redrive(letter, 3), event(5));

        assertThat(ann().state()).isEqualTo(1 + 2 + 3 + 4 + 5);
        assertThat(seen()).isEqualTo(new Seen(EPOCH, 5, Set.of(), Set.of()));
    }

    @Test
    void oneBeyondTheLastMovesItForward() {
        process(log.redrive(couldNotBeDecoded(4), 1));
        assertThat(seen()).isEqualTo(new Seen(EPOCH, 4, Set.of(), Set.of(2L, 3L)));

        process(event(4), event(5));
        assertThat(ann().state()).isEqualTo(1 + 4 + 5);
    }

    @Test
    void oneThatUpstreamEmittedAgainAndWasAppliedIsARepeat() {
        var letter = couldNotBeDecoded(2);
        process(event(2), event(3));
        process(log.redrive(letter, 1));

        assertThat(ann().state()).isEqualTo(1 + 2 + 3);
    }

    @Test
    void twoDeadLettersOfOneEventAreAppliedOnce() {
        var first = couldNotBeDecoded(2);
        var second = couldNotBeDecoded(2);
        process(event(3));
        process(log.redrive(first, 1), log.redrive(second, 1));

        assertThat(ann().state()).isEqualTo(1 + 2 + 3);
    }

    @Test
    void oneThatFailsAgainStaysRedrivable() {
        var letter = fails(2);
        process(event(3));
        process(log.redrive(letter, 1));
        assertThat(seen().failed()).containsExactly(2L);
        fixture.mend();
        process(log.redrive(log.deadLetter(), 2));

        assertThat(ann().state()).isEqualTo(1 + 3 + 1);
        assertThat(seen().failed()).isEmpty();
    }

    @Test
    void oneOfAnEpochThatIsOverIsARepeat() {
        var letter = couldNotBeDecoded(2);
        process(log.append("upstream", 0, meaning(EPOCH.plusMillis(1), 1, new Command.Add(10))));
        process(log.redrive(letter, 1));

        assertThat(ann().state()).isEqualTo(11);
    }

    @Test
    void whatFailedBeforeAnErasureIsNoLongerAppliedToWhatComesAfterIt() {
        var failed = fails(2);
        var notDecoded = couldNotBeDecoded(3);
        process(log.append("upstream", 0, meaning(EPOCH, 4, new Command.Erase())));
        fixture.mend();
        process(log.redrive(failed, 1), log.redrive(notDecoded, 1));
        assertThat(ann().state()).isNull();

        process(event(5), log.redrive(failed, 2), log.redrive(notDecoded, 2));
        assertThat(ann().state()).isEqualTo(5);
    }

    @Test
    void anErasureByCommandClosesAllThatUpstreamHasToldBefore() {
        var failed = fails(2);
        process(log.command("ann", id(100), new Command.Erase()));
        fixture.mend();
        process(event(3), log.redrive(failed, 1));

        assertThat(ann().state()).isEqualTo(3);
    }

    @Test
    void whatFailedBeforeAnotherGenerationIsNoLongerAppliedToThatOne() {
        var failed = fails(2);
        complete(fixture.engine(fixture.store, new Successor()), List.of(event(100), log.redrive(failed, 1)));

        assertThat(ann().state()).isEqualTo(101);
    }

    /** From 100 on it is somebody else's; what exploded adds 1. */
    private static final class Successor implements Decider<Long, Command, Tally.Outcome> {
        private final Tally tally = new Tally(true);

        @Override
        public Decision<Long, Tally.Outcome> decide(@Nullable Long state, Command command, Context context) {
            return tally.decide(state, command, context);
        }

        @Override
        public long generation(Long state) {
            return state < 100 ? 1 : 2;
        }

        @Override
        public Tally.Outcome refused(Command command, Refusal refusal) {
            return tally.refused(command, refusal);
        }
    }

    @Test
    void anErasureThatIsItselfRedrivenLeavesOpenWhatCameAfterIt() {
        var erasure = log.append("upstream", 0, UNDECODABLE);
        process(erasure);
        log.means(erasure, meaning(EPOCH, 2, new Command.Erase()));
        var letter = log.deadLetter();
        var failed = fails(3);
        fixture.mend();
        process(log.redrive(letter, 1), log.redrive(failed, 1));

        assertThat(ann().state()).isEqualTo(1);
    }

    @Test
    void theLatest256ThatWerePassedOverAreKnown() {
        process(event(1000));

        assertThat(seen().skipped())
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.range(744, 1000).boxed().toList());
        process(event(1002));
        assertThat(seen().skipped()).hasSize(256).contains(1001L).doesNotContain(744L);
    }

    @Test
    void anEventWithoutANumberIsAppliedAndItsStateKnowsRepeats() {
        var record = log.append("ticks", 0, UNDECODABLE);
        process(record);
        log.means(record, TallyLog.meaning("ann", new Origin.Unnumbered(id(1)), new Command.Add(5)));

        process(log.redrive(log.deadLetter(), 1));

        assertThat(ann().state()).isEqualTo(6);
    }

    @Test
    void oneWhoseOriginalIsReadOnceMoreAfterARestoreIsLeftToIt() {
        var failed = fails(2);
        var notDecoded = couldNotBeDecoded(3);
        fixture.mend();
        fixture.store.clear();
        process(log.redrive(failed, 1), log.redrive(notDecoded, 1));
        process(log.records("upstream", 0));

        assertThat(ann().state()).isEqualTo(1 + 1 + 3);
        assertThat(fixture.observed.repeated).hasSize(2);
        process(event(4), log.redrive(failed, 2), log.redrive(notDecoded, 2));
        assertThat(ann().state()).isEqualTo(1 + 1 + 3 + 4);
    }

    @Test
    void aReplayOfBothTopicsWithTheWatermarksLostChangesNothing() {
        var failed = fails(2);
        var notDecoded = couldNotBeDecoded(3);
        fixture.mend();
        process(event(4), log.redrive(failed, 1), log.redrive(notDecoded, 1));
        var document = ann();
        int emitted = log.distinct().size();

        IntStream.range(0, 2).forEach(order -> {
            fixture.store.loseWatermarks();
            process(log.records(order == 0 ? "upstream" : TallyLog.REDRIVE, 0));
            process(log.records(order == 0 ? TallyLog.REDRIVE : "upstream", 0));
        });

        assertThat(ann()).isEqualTo(document);
        assertThat(log.distinct()).hasSize(emitted);
    }
}
