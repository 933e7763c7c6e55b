package io.latchkey.messaging.engine;

import static io.latchkey.messaging.engine.EngineFixture.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.latchkey.messaging.engine.Store.Swept;
import io.latchkey.messaging.engine.Sweep.Pace;
import io.latchkey.messaging.engine.Tally.Command;
import io.latchkey.messaging.engine.Tally.Outcome;
import io.latchkey.messaging.engine.TallyLog.Emitted;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What nothing else mends, the sweep does. */
class SweepTest {

    private static final Duration WEEK = Duration.ofDays(7);
    private static final Duration RETENTION = Duration.ofDays(30);

    /** Read, destroy, emit, tell, compare, prune, collect, advance. */
    private static final int STEPS = 8;

    private static final int AFTER_FOLD = 5;
    private static final int AFTER_PRODUCE = 7;

    private final EngineFixture fixture = new EngineFixture();
    private final TallyLog log = fixture.log;
    private final InMemoryStore<Long> store = fixture.store;
    private Instant now = TallyLog.START.plusSeconds(60);
    private int mostAtOnce = 100;

    @BeforeEach
    void keepValues() {
        fixture.keep(new TallyValues());
    }

    private Sweep<Long> sweep() {
        return sweep(store);
    }

    private Sweep<Long> sweep(Store<Long> over) {
        var ports =
                new Engine.Ports<>(log, over, Counters.none(), log, Runnable::run, new TallyValues(), fixture.presence);
        return new Sweep<>(ports, new Pace(WEEK, WEEK, mostAtOnce, RETENTION), () -> now, fixture.observed);
    }

    private void turn() {
        complete(sweep().begin());
    }

    private void sweepOnce() {
        do {
            turn();
        } while (store.swept().after() != null);
    }

    private static void complete(BatchRun run) {
        while (run.step()) {}
    }

    private void process(InputRecord... batch) {
        EngineFixture.complete(fixture.engine(), List.of(batch));
    }

    private InputRecord ann(int number, Command command) {
        return log.command("ann", id(number), command);
    }

    private static BatchRun steps(BatchRun run, int steps) {
        for (int i = 0; i < steps; i++) {
            run.step();
        }
        return run;
    }

    /** Decided by a process that was away, of a record that was skipped meanwhile. */
    private void strand(Command command, int number) {
        var record = ann(number, command);
        var away = fixture.engine().begin(List.of(record));
        steps(away, AFTER_FOLD);
        fixture.engine().skip(record.partition(), record.offset() + 1);
        away.step();
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 1", "10080, 1", "10081, 2", "1000000, 100", "100000000, 1000"})
    void aPageIsAsLargeAsThePeriodAsksForAndNoLargerThanAllowed(long documents, int page) {
        assertThat(new Pace(WEEK, Duration.ofMinutes(1), 1000, RETENTION).page(documents))
                .isEqualTo(page);
    }

    @Test
    void itGoesOnWhereItWasAcrossRestartsAndBeginsAgainWhenThePeriodIsOver() {
        mostAtOnce = 2;
        process(
                log.command("ann", id(1), new Command.Add(1)),
                log.command("bob", id(2), new Command.Add(2)),
                log.command("cyd", id(3), new Command.Add(3)));
        log.totals().clear();

        turn();
        assertThat(log.compacted()).containsOnlyKeys("acme/ann", "acme/bob");
        var began = now;
        now = now.plusSeconds(60);
        turn();
        assertThat(log.compacted()).containsOnlyKeys("acme/ann", "acme/bob", "acme/cyd");
        assertThat(store.swept()).isEqualTo(new Swept(null, began));

        now = began.plus(WEEK).minusSeconds(1);
        turn();
        assertThat(log.totals()).hasSize(3);
        now = began.plus(WEEK);
        turn();
        assertThat(log.totals()).hasSize(5);
    }

    @Test
    void whatIsStrandedIsEmittedInOrderAndOnlyOnce() {
        strand(new Command.AddLoudly(1), 1);
        assertThat(log.emitted()).isEmpty();

        sweepOnce();
        now = now.plus(WEEK);
        sweepOnce();

        assertThat(log.emitted())
                .extracting(Emitted::outcome)
                .containsExactly(new Outcome.Added(1), new Outcome.Sum(1));
        assertThat(fixture.stored("acme/ann").pending()).isEmpty();
        assertThat(fixture.stored("acme/ann").state()).isEqualTo(1);
    }

    @Test
    void whatIsCoveredByTheWatermarkIsNotEmittedAgain() {
        process(ann(1, new Command.Add(1)));
        sweepOnce();

        assertThat(log.emitted()).hasSize(1);
    }

    /** A watermark is raised over a gap, but what was delivered before the gap was delivered. */
    @Test
    void whatWasDeliveredBeforeARecordWasSkippedIsNotEmittedAgain() {
        process(ann(1, new Command.Add(1)));
        var lost = log.command("bob", id(2), new Command.Add(1));
        fixture.engine().skip(lost.partition(), lost.offset() + 1);

        sweepOnce();
        process(ann(3, new Command.Add(1)));

        assertThat(log.emitted()).extracting(Emitted::sequence).containsExactly(1L, 2L);
    }

    @Test
    void theKeyOfAStrandedErasureIsDestroyedBeforeItIsTold() {
        process(ann(1, new Command.Add(1)));
        strand(new Command.Erase(), 2);
        assertThat(store.keys()).hasSize(1);

        var page = steps(sweep().begin(), 2);
        assertThat(store.keys()).isEmpty();
        assertThat(log.outcomes()).hasSize(1);
        complete(page);

        assertThat(log.outcomes()).containsExactly(new Outcome.Added(1), new Outcome.Erased());
        assertThat(log.compacted()).isEqualTo(Map.of("acme/ann", TallyValues.TOMBSTONE));
    }

    @Test
    void whatAPauseAndACrashTogetherLeftBehindIsMended() {
        var paused = fixture.engine().begin(List.of(ann(1, new Command.Add(1))));
        steps(paused, AFTER_PRODUCE);
        process(log.append("commands", 0, "ann", new Origin.Command(id(2), true), new Command.Add(2)));
        paused.step(); // tells what is old, and is no more
        assertThat(log.compacted()).isEqualTo(Map.of("acme/ann", "1"));

        sweepOnce();

        assertThat(log.compacted()).isEqualTo(Map.of("acme/ann", "3"));
    }

    @Test
    void whatMovesWhileItIsToldIsToldAgain() {
        process(ann(1, new Command.Add(1)));
        var page = steps(sweep().begin(), 2);
        process(ann(2, new Command.Add(2)));
        page.step(); // tells what is old
        assertThat(log.compacted()).isEqualTo(Map.of("acme/ann", "1"));

        complete(page);

        assertThat(log.compacted()).isEqualTo(Map.of("acme/ann", "3"));
        assertThat(fixture.stored("acme/ann").pending())
                .as("left to the next write")
                .hasSize(1);
    }

    @Test
    void itTellsNothingOnceAnotherMaySweepAndBeginsItsPageAgain() {
        process(ann(1, new Command.Add(1)));
        log.totals().clear();
        var page = steps(sweep().begin(), 2);
        fixture.presence.away = true;
        assertThatExceptionOfType(OutageException.class).isThrownBy(page::step);
        assertThat(log.totals()).isEmpty();

        fixture.presence.confirm();
        process(ann(2, new Command.Add(2)));
        complete(page);

        assertThat(log.totals()).extracting(TallyValues::text).containsExactly("3", "3");
    }

    @Test
    void aTombstoneIsCollectedWhenItIsOlderThanEverySource() {
        process(ann(1, new Command.Add(1)));
        process(ann(2, new Command.Erase()));
        var touched = fixture.stored("acme/ann").touched();

        now = touched.plus(RETENTION);
        sweepOnce();
        assertThat(store.load(Set.of("acme/ann"))).hasSize(1);
        now = now.plus(WEEK);
        sweepOnce();

        assertThat(store.load(Set.of("acme/ann"))).isEmpty();
    }

    @Test
    void aRememberedRejectionIsCollectedAndAStateNeverIs() {
        process(log.command("bob", id(1), new Command.Require()), ann(2, new Command.Add(1)));
        now = now.plus(RETENTION.multipliedBy(10));
        sweepOnce();

        assertThat(store.load(Set.of("acme/ann", "acme/bob"))).containsOnlyKeys("acme/ann");
    }

    @Test
    void aTombstoneThatLivesAgainWhileItIsCollectedIsNotCollected() {
        process(ann(1, new Command.Add(1)));
        process(ann(2, new Command.Erase()));
        now = now.plus(RETENTION.multipliedBy(2));
        var page = steps(sweep().begin(), STEPS - 2);

        process(ann(3, new Command.Add(3)));
        complete(page);

        assertThat(fixture.stored("acme/ann").state()).isEqualTo(3);
        assertThat(log.compacted()).isEqualTo(Map.of("acme/ann", "3"));
    }

    @Test
    void whatComesAfterACollectionBeginsANewEpoch() {
        process(ann(1, new Command.Add(1)));
        process(ann(2, new Command.Erase()));
        now = now.plus(RETENTION.multipliedBy(2));
        sweepOnce();
        log.pass(RETENTION.multipliedBy(2));
        process(ann(3, new Command.Add(3)));

        assertThat(log.emitted()).extracting(Emitted::sequence).containsExactly(1L, 2L, 1L);
        assertThat(log.emitted().getLast().epoch())
                .isAfter(log.emitted().getFirst().epoch());
    }

    static Stream<Arguments> twoCrashes() {
        return TwoCrashes.within(STEPS);
    }

    @ParameterizedTest(name = "after {0} and then after {1} actions")
    @MethodSource("twoCrashes")
    void crashesAnywhereLeaveNothingBehindAndDoubleNothing(int first, int second) {
        process(ann(1, new Command.Add(1)), log.command("bob", id(2), new Command.Add(5)));
        strand(new Command.Erase(), 3);

        steps(sweep().begin(), first);
        steps(sweep().begin(), second);
        now = now.plus(WEEK);
        sweepOnce();

        assertThat(log.outcomes())
                .containsExactlyInAnyOrder(new Outcome.Added(1), new Outcome.Added(5), new Outcome.Erased());
        assertThat(log.compacted()).isEqualTo(Map.of("acme/ann", "gone", "acme/bob", "5"));
        assertThat(store.keys()).hasSize(1);
        assertThat(fixture.stored("acme/ann").pending()).isEmpty();
    }

    @ParameterizedTest(name = "{0} actions before an engine, which is held after {1}")
    @MethodSource("twoCrashes")
    void besideAnEngineItLeavesWhatIsStored(int swept, int held) {
        process(ann(1, new Command.Add(1)), log.command("bob", id(2), new Command.Add(5)));
        strand(new Command.Erase(), 3);
        var page = steps(sweep().begin(), swept);
        var engine = fixture.engine().begin(List.of(ann(4, new Command.Add(7)), ann(5, new Command.Erase())));
        steps(engine, held);

        complete(page);
        complete(engine);

        assertThat(log.compacted()).isEqualTo(Map.of("acme/ann", "gone", "acme/bob", "5"));
        assertThat(new HashSet<>(log.outcomes())).contains(new Outcome.Added(7), new Outcome.Erased());
        assertThat(log.distinct())
                .filteredOn(emitted -> !emitted.outcome().equals(new Outcome.Added(5)))
                .extracting(Emitted::sequence)
                .containsExactly(1L, 2L, 3L, 4L);
        assertThat(store.keys()).as("only that of bob").hasSize(1);
    }
}
