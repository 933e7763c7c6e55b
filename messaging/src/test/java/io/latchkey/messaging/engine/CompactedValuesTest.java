package io.latchkey.messaging.engine;

import static io.latchkey.messaging.engine.EngineFixture.complete;
import static io.latchkey.messaging.engine.EngineFixture.crashAfter;
import static io.latchkey.messaging.engine.EngineFixture.id;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.latchkey.messaging.decision.AggregateKey;
import io.latchkey.messaging.engine.Tally.Command;
import io.latchkey.messaging.engine.Tally.Outcome;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The compacted topic does not stay behind what is stored. */
class CompactedValuesTest {

    /** Decode, load, prepare, reserve, fold, write, produce, tell, compare, raise, commit. */
    private static final int STEPS = 11;

    private static final int AFTER_WRITE = 6;
    private static final int AFTER_PRODUCE = 7;
    private static final int AFTER_TELL = 8;
    private static final int AFTER_COMPARE = 9;

    private final EngineFixture fixture = new EngineFixture();
    private final TallyLog log = fixture.log;

    @BeforeEach
    void keepValues() {
        fixture.keep(new TallyValues());
    }

    private List<InputRecord> batch() {
        return List.of(
                log.command("ann", id(1), new Command.Add(1)),
                log.command("bob", id(2), new Command.Add(10)),
                log.command("ann", id(3), new Command.Add(2)));
    }

    private void process(InputRecord... batch) {
        complete(fixture.engine(), List.of(batch));
    }

    private void assertToldWhatIsStored(String... accounts) {
        assertThat(log.compacted()).containsOnlyKeys(accounts);
        log.compacted().forEach((account, told) -> {
            var state = fixture.stored(account).state();
            assertThat(told).as(account).isEqualTo(state == null ? TallyValues.TOMBSTONE : state.toString());
        });
    }

    @Test
    void aBatchTellsEveryAggregateOfItOnceAfterTheOutcomes() {
        var batch = batch();
        crashAfter(AFTER_PRODUCE, fixture.engine(), batch);
        assertThat(log.outcomes()).hasSize(3);
        assertThat(log.totals()).isEmpty();

        crashAfter(STEPS, fixture.engine(), batch);

        assertThat(log.totals()).hasSize(2);
        assertThat(log.compacted()).isEqualTo(Map.of("acme/ann", "3", "acme/bob", "10"));
        assertThat(log.committed().values()).containsExactly(3L);
    }

    @Test
    void aValueNamesTheLastEventThatItReflects() {
        process(log.command("ann", id(1), new Command.AddLoudly(1)), log.command("ann", id(2), new Command.Add(1)));

        assertThat(headers(log.totals().getLast()))
                .isEqualTo(Map.of("epoch", TallyLog.START.plusMillis(1).toString(), "sequence", "2", "version", "1"));
    }

    private static Map<String, String> headers(OutputRecord record) {
        return record.headers().stream()
                .collect(Collectors.toMap(Header::name, header -> new String(header.value(), UTF_8)));
    }

    @Test
    void theValueOfOneVersionHasOneId() {
        complete(fixture.engine(), batch());
        var document = fixture.stored("acme/ann");
        var stamp = ValueStamp.of(document, TallyLog.EVENTS);

        assertThat(stamp.id().version()).isEqualTo(5);
        assertThat(ValueStamp.of(document, TallyLog.EVENTS)).isEqualTo(stamp);
        assertThat(ValueStamp.of(document.with(2, List.of()), TallyLog.EVENTS).id())
                .isNotEqualTo(stamp.id());
        assertThat(stamp.at()).isEqualTo(TallyLog.START.plusMillis(3));
    }

    @Test
    void anAggregateWhoseRecordsWereAllDecidedAlreadyIsToldToo() {
        var batch = batch();
        crashAfter(AFTER_WRITE, fixture.engine(), batch);
        assertThat(log.totals()).isEmpty();

        complete(fixture.engine(), batch);

        assertToldWhatIsStored("acme/ann", "acme/bob");
    }

    @Test
    void anAggregateThatNeverHadAStateHasNoValue() {
        process(log.command("ann", id(1), new Command.Require()), log.command("bob", id(2), new Command.Add(1)));

        assertThat(log.outcomes()).contains(new Outcome.Missing());
        assertToldWhatIsStored("acme/bob");
    }

    @Test
    void anErasedAggregateHasATombstoneAlsoWhenItIsRefusedSomethingLater() {
        process(log.command("ann", id(1), new Command.Add(1)));
        process(log.command("ann", id(2), new Command.Erase()));
        process(log.command("ann", id(3), new Command.Require()));

        assertThat(log.totals()).extracting(TallyValues::text).containsExactly("1", "gone", "gone");
        assertThat(headers(log.totals().get(1))).containsEntry("sequence", "2").containsEntry("version", "2");
    }

    @Test
    void aServiceWithoutValuesReadsNoVersions() {
        var without = new EngineFixture();
        var store = new Watched(without.store);
        complete(without.engine(store), List.of(without.log.command("ann", id(1), new Command.Add(1))));

        assertThat(store.comparisons).isZero();
        assertThat(without.log.totals()).isEmpty();
    }

    @Test
    void aBatchComparesAllItsValuesInOneQuery() {
        var store = new Watched(fixture.store);
        complete(fixture.engine(store), batch());

        assertThat(store.comparisons).isEqualTo(1);
    }

    @Test
    void aBatchThatTellsNothingComparesNothing() {
        var store = new Watched(fixture.store);
        complete(fixture.engine(store), List.of(log.command("ann", id(1), new Command.Require())));

        assertThat(store.comparisons).isZero();
    }

    @Test
    void whatHasMovedWhileItWasToldIsToldAgainAndOnlyThenIsTheWatermarkRaised() {
        var first = fixture.engine().begin(List.of(log.command("ann", id(1), new Command.Add(1))));
        steps(first, AFTER_PRODUCE);
        complete(fixture.engine(), List.of(log.append("admin", 0, "ann", command(2), new Command.Add(2))));
        first.step(); // tells the older value after the newer one
        assertThat(log.compacted()).isEqualTo(Map.of("acme/ann", "1"));

        while (!log.compacted().equals(Map.of("acme/ann", "3"))) {
            assertThat(fixture.store.progress().delivered()).hasSize(1);
            assertThat(first.step()).isTrue();
        }
        while (first.step()) {}

        assertToldWhatIsStored("acme/ann");
        assertThat(fixture.store.progress().delivered()).hasSize(2);
    }

    private static Origin command(int number) {
        return new Origin.Command(id(number), true);
    }

    private static void steps(BatchRun run, int steps) {
        for (int i = 0; i < steps; i++) {
            run.step();
        }
    }

    static Stream<Arguments> twoCrashes() {
        return TwoCrashes.within(STEPS);
    }

    @ParameterizedTest(name = "after {0} and then after {1} actions")
    @MethodSource("twoCrashes")
    void crashesAnywhereLeaveNothingBehind(int first, int second) {
        var batch = batch();

        crashAfter(first, fixture.engine(), batch);
        crashAfter(second, fixture.engine(), batch);
        complete(fixture.engine(), batch);

        assertToldWhatIsStored("acme/ann", "acme/bob");
        assertThat(log.distinct()).hasSize(3);
    }

    @ParameterizedTest(name = "held after {0} actions")
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void aZombieThatGoesOnAfterOthersTellsInTheEndWhatIsStored(int held) {
        var batch = batch();
        var zombie = fixture.engine().begin(batch);
        steps(zombie, held);

        complete(fixture.engine(), batch);
        complete(fixture.engine(), List.of(log.command("ann", id(4), new Command.Add(4))));
        complete(fixture.engine(), List.of(log.command("bob", id(5), new Command.Erase())));
        while (zombie.step()) {}

        assertToldWhatIsStored("acme/ann", "acme/bob");
        assertThat(log.compacted()).isEqualTo(Map.of("acme/ann", "7", "acme/bob", "gone"));
    }

    @Test
    void aProcessThatWasAwayTellsNothingBeforeItIsBackAndHasLoadedAgain() {
        var run = fixture.engine().begin(List.of(log.command("ann", id(1), new Command.Add(1))));
        steps(run, AFTER_PRODUCE);
        fixture.presence.away = true;
        for (int i = 0; i < 3; i++) {
            assertThatExceptionOfType(OutageException.class).isThrownBy(() -> {
                while (run.step()) {}
            });
        }
        assertThat(log.totals()).isEmpty();
        changeUnnoticed("acme/ann");

        fixture.presence.confirm();
        while (run.step()) {}

        assertThat(log.totals()).extracting(TallyValues::text).containsExactly("100");
        assertThat(fixture.store.progress().delivered()).hasSize(1);
    }

    /** As another process would have, without telling. */
    private void changeUnnoticed(String key) {
        var stored = fixture.stored(key);
        fixture.store.write(List.of(new AggregateDocument<>(
                key,
                stored.version() + 1,
                stored.epoch(),
                stored.touched(),
                100L,
                1,
                stored.positions(),
                stored.pending(),
                stored.sequences(),
                stored.seen(),
                stored.recent(),
                stored.attachment())));
    }

    @Test
    void anEngineIsConfirmedByItsConsumersPolls() {
        fixture.presence.away = true;
        fixture.engine().polled();

        assertThat(fixture.presence.confirmed()).isTrue();
    }

    @Test
    void whatAGivenUpBatchHadToldAndNotComparedIsToldAgainWithTheNextBatch() {
        var engine = fixture.engine();
        var givenUp = engine.begin(List.of(log.command("ann", id(1), new Command.Add(1))));
        steps(givenUp, AFTER_PRODUCE);
        complete(fixture.engine(), List.of(log.command("ann", id(2), new Command.Add(2))));
        givenUp.step();
        givenUp.abandoned();
        assertThat(log.compacted()).isEqualTo(Map.of("acme/ann", "1"));

        complete(engine, List.of(log.command("bob", id(3), new Command.Add(3))));

        assertToldWhatIsStored("acme/ann", "acme/bob");
        complete(engine, List.of(log.command("bob", id(4), new Command.Add(3))));
        assertThat(log.totals()).as("and once only").hasSize(5);
    }

    @Test
    void aRefusedProduceOfValuesIsRepeated() {
        var run = fixture.engine().begin(batch());
        steps(run, AFTER_PRODUCE);
        log.refuse(2);
        for (int i = 0; i < 2; i++) {
            assertThatExceptionOfType(OutageException.class).isThrownBy(run::step);
        }
        while (run.step()) {}

        assertToldWhatIsStored("acme/ann", "acme/bob");
    }

    @Test
    void aValueThatCannotBeMadeIsReportedAndHoldsUpNothing() {
        process(log.command("ann", id(1), new Command.Add(13)), log.command("bob", id(2), new Command.Add(1)));

        assertThat(fixture.observed.failedValues).containsExactly(new AggregateKey("acme", "ann"));
        assertThat(log.compacted()).isEqualTo(Map.of("acme/bob", "1"));
        assertThat(fixture.store.progress().delivered()).hasSize(1);
    }

    @Test
    void theWatermarkWaitsForTheComparison() {
        var run = fixture.engine().begin(batch());
        steps(run, AFTER_TELL);
        assertThat(fixture.store.progress().delivered()).isEmpty();
        steps(run, AFTER_COMPARE - AFTER_TELL);
        assertThat(fixture.store.progress().delivered()).isEmpty();
        run.step();

        assertThat(fixture.store.progress().delivered()).hasSize(1);
    }

    /** Counts what a service may not have to pay for. */
    private static final class Watched extends StoreDecorator<Long> {
        private int comparisons;

        private Watched(Store<Long> store) {
            super(store);
        }

        @Override
        public Map<String, Long> versions(Set<String> keys) {
            comparisons++;
            return super.versions(keys);
        }
    }
}
