package io.latchkey.messaging.engine;

import static io.latchkey.messaging.engine.EngineFixture.complete;
import static io.latchkey.messaging.engine.EngineFixture.crashAfter;
import static io.latchkey.messaging.engine.EngineFixture.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.messaging.engine.Tally.Command;
import io.latchkey.messaging.engine.Tally.Outcome;
import io.latchkey.messaging.engine.TallyLog.Emitted;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Wherever a process ends, and whoever works beside it, each outcome appears once and in order. */
class EngineCrashTest {

    /** Decode, load, prepare, reserve, fold, write, produce, raise, commit. */
    private static final int STEPS = 9;

    private static final int AFTER_WRITE = 6;
    private static final int AFTER_PRODUCE = 7;
    private static final int AFTER_RAISE = 8;

    private final EngineFixture fixture = new EngineFixture();
    private final TallyLog log = fixture.log;

    private List<InputRecord> twoCommandsOfAnnAndOneOfBob() {
        return List.of(
                log.command("ann", id(1), new Command.AddLoudly(1)),
                log.command("bob", id(2), new Command.Add(10)),
                log.command("ann", id(3), new Command.AddLoudly(2)));
    }

    private void assertEachOutcomeOnceAndInOrder() {
        assertThat(log.outcomes())
                .containsExactlyInAnyOrder(
                        new Outcome.Added(1),
                        new Outcome.Sum(1),
                        new Outcome.Added(3),
                        new Outcome.Sum(3),
                        new Outcome.Added(10));
        assertSequencesInOrderAtFirstAppearance(log.distinct());
    }

    static void assertSequencesInOrderAtFirstAppearance(List<Emitted> distinct) {
        assertThat(distinct.stream().map(Emitted::id)).doesNotHaveDuplicates();
        var last = new HashMap<String, Long>();
        for (var emitted : distinct) {
            var stream = emitted.topic() + (emitted.outcome().equals(new Outcome.Added(10)) ? "bob" : "ann");
            assertThat(emitted.sequence()).isEqualTo(last.getOrDefault(stream, 0L) + 1);
            last.put(stream, emitted.sequence());
        }
    }

    @Test
    void anUndisturbedBatchTakesOneActionOfEachKind() {
        crashAfter(STEPS, fixture.engine(), twoCommandsOfAnnAndOneOfBob());

        assertEachOutcomeOnceAndInOrder();
        assertThat(log.emitted()).hasSize(5);
        assertThat(fixture.store.progress().delivered().values()).containsExactly(2L);
        assertThat(log.committed().values()).containsExactly(3L);
    }

    static Stream<Arguments> twoCrashes() {
        return TwoCrashes.within(STEPS);
    }

    @ParameterizedTest(name = "after {0} and then after {1} actions")
    @MethodSource("twoCrashes")
    @Tag("SPEC-2.7b")
    void crashesAnywhereLoseAndDoubleNothing(int first, int second) {
        var batch = twoCommandsOfAnnAndOneOfBob();

        crashAfter(first, fixture.engine(), batch);
        crashAfter(second, fixture.engine(), batch);
        complete(fixture.engine(), batch);

        assertEachOutcomeOnceAndInOrder();
    }

    @Test
    void whatWasWrittenAndNotProducedIsEmittedByTheNextProcess() {
        var batch = twoCommandsOfAnnAndOneOfBob();

        crashAfter(AFTER_WRITE, fixture.engine(), batch);
        assertThat(log.emitted()).isEmpty();
        complete(fixture.engine(), batch);

        assertThat(log.emitted()).hasSize(5);
        assertEachOutcomeOnceAndInOrder();
    }

    @Test
    void whatWasProducedBelowTheOldWatermarkIsEmittedAgainAsTheSameEvents() {
        var batch = twoCommandsOfAnnAndOneOfBob();

        crashAfter(AFTER_PRODUCE, fixture.engine(), batch);
        complete(fixture.engine(), batch);

        assertThat(log.emitted()).hasSize(10);
        assertEachOutcomeOnceAndInOrder();
    }

    @Test
    void whatIsBelowTheWatermarkIsNotEvenLookedAt() {
        var batch = twoCommandsOfAnnAndOneOfBob();

        crashAfter(AFTER_RAISE, fixture.engine(), batch);
        complete(fixture.engine(), batch);

        assertThat(log.emitted()).hasSize(5);
    }

    @Test
    void aNewCommandIsEmittedAfterWhatACrashLeftPending() {
        var before = List.of(log.command("ann", id(1), new Command.Add(1)));
        crashAfter(AFTER_WRITE, fixture.engine(), before);

        var replayed = new ArrayList<>(before);
        replayed.add(log.command("ann", id(2), new Command.Add(2)));
        complete(fixture.engine(), replayed);

        assertThat(log.outcomes()).containsExactly(new Outcome.Added(1), new Outcome.Added(3));
    }

    @ParameterizedTest(name = "held after {0} actions")
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8})
    void aZombieThatGoesOnAfterAnotherInstanceDidItsWorkChangesNothing(int held) {
        var batch = twoCommandsOfAnnAndOneOfBob();
        var zombie = fixture.engine().begin(batch);
        for (int i = 0; i < held; i++) {
            zombie.step();
        }

        complete(fixture.engine(), batch);
        while (zombie.step()) {}

        assertEachOutcomeOnceAndInOrder();
        assertThat(fixture.store.load(Set.of("acme/ann")).values())
                .allSatisfy(ann -> assertThat(ann.state()).isEqualTo(3));
    }

    @ParameterizedTest(name = "meets it after {0} actions")
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8})
    void aRecordOnTheWrongPartitionIsFoldedWithTheRestOfItsKey(int held) {
        var right = List.of(log.command("ann", id(1), new Command.Add(1)));
        var wrong = List.of(log.append("commands", 1, "ann", new Origin.Command(id(2), false), new Command.Add(2)));
        var first = fixture.engine().begin(right);
        for (int i = 0; i < held; i++) {
            first.step();
        }

        complete(fixture.engine(), wrong);
        while (first.step()) {}

        assertThat(log.distinct()).hasSize(2);
        assertThat(log.distinct().stream().map(Emitted::sequence)).containsExactly(1L, 2L);
        assertThat(new HashSet<>(log.outcomes())).contains(new Outcome.Added(3));
    }

    @Test
    void aRefusedProduceIsRepeatedFromTheFirstOutcome() {
        log.refuse(3);
        var run = fixture.engine().begin(twoCommandsOfAnnAndOneOfBob());

        boolean more = true;
        while (more) {
            try {
                more = run.step();
            } catch (OutageException e) {
                assertThat(fixture.store.progress().delivered()).isEmpty();
            }
        }

        assertEachOutcomeOnceAndInOrder();
    }

    @Test
    void aReplayFromTheBeginningWithTheWatermarksLostChangesNothing() {
        var batch = twoCommandsOfAnnAndOneOfBob();
        complete(fixture.engine(), batch);
        var before = fixture.store.load(Set.of("acme/ann", "acme/bob"));
        var withoutWatermarks = new InMemoryStore<Long>();
        before.values()
                .forEach(document -> withoutWatermarks.write(
                        List.of(document.with(1, document.pending()).under(null))));

        complete(fixture.engine(withoutWatermarks), batch);

        assertEachOutcomeOnceAndInOrder();
    }
}
