package io.latchkey.messaging.engine;

import static io.latchkey.messaging.engine.EngineFixture.complete;
import static io.latchkey.messaging.engine.EngineFixture.crashAfter;
import static io.latchkey.messaging.engine.EngineFixture.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.messaging.decision.Context;
import io.latchkey.messaging.decision.Decider;
import io.latchkey.messaging.decision.Decision;
import io.latchkey.messaging.decision.Refusal;
import io.latchkey.messaging.engine.Tally.Command;
import io.latchkey.messaging.engine.Tally.Outcome;
import io.latchkey.messaging.engine.TallyLog.Emitted;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The key of what was erased is destroyed before anybody is told, and no other key ever is; on every store. */
abstract class ErasureContract {

    /** Decode, load, prepare, reserve, fold, write, destroy, produce, tell, compare, forget, raise, commit. */
    private static final int STEPS = 13;

    private static final int AFTER_FOLD = 5;
    private static final int AFTER_WRITE = 6;
    private static final int AFTER_DESTROY = 7;
    private static final int AFTER_PRODUCE = 8;
    private static final int AFTER_COMPARE = 10;
    private static final String ANN = "acme/ann";

    private final EngineFixture fixture = new EngineFixture();
    private final TallyLog log = fixture.log;
    private Watched store = new Watched(new InMemoryStore<>(), log);

    /** A store with nothing in it, whose numbers are personal. */
    abstract Store<Long> store();

    @BeforeEach
    void aFreshStore() {
        store = new Watched(store(), log);
        fixture.keep(new TallyValues());
    }

    /** Which keys were destroyed, and after how many outcomes. */
    private static final class Watched extends StoreDecorator<Long> {
        private final TallyLog log;
        private final List<Destroyed> destroyed = new ArrayList<>();

        private record Destroyed(String keyId, int emitted) {}

        private Watched(Store<Long> store, TallyLog log) {
            super(store);
            this.log = log;
        }

        @Override
        public void destroy(Set<String> keyIds) {
            super.destroy(keyIds);
            keyIds.forEach(
                    keyId -> destroyed.add(new Destroyed(keyId, log.emitted().size())));
        }

        List<String> keys() {
            return destroyed.stream().map(Destroyed::keyId).distinct().toList();
        }
    }

    private Engine<Long, Command, Outcome> engine() {
        return fixture.engine(store);
    }

    private void process(InputRecord... batch) {
        complete(engine(), List.of(batch));
    }

    private InputRecord add(int number, long sum) {
        return log.command("ann", id(number), new Command.Add(sum));
    }

    private InputRecord erase(int number) {
        return log.command("ann", id(number), new Command.Erase());
    }

    private AggregateDocument<Long> ann() {
        return Objects.requireNonNull(store.load(Set.of(ANN)).get(ANN));
    }

    private String keyOfAnn() {
        return Objects.requireNonNull(ann().attachment()).keyId();
    }

    /** Provisions her. */
    private String firstKey() {
        process(add(1, 5));
        return keyOfAnn();
    }

    private void assertDestroyedBeforeTold(String... keys) {
        assertThat(store.keys()).containsExactly(keys);
        var emitted = log.emitted();
        for (int i = 0; i < emitted.size(); i++) {
            var keyId = emitted.get(i).destroyedKeyId();
            int told = i;
            assertThat(keyId == null
                            || store.destroyed.stream()
                                    .anyMatch(one -> one.keyId().equals(keyId) && one.emitted() <= told))
                    .as("%s is told only once its key is destroyed", emitted.get(i))
                    .isTrue();
        }
    }

    @Test
    void anErasureLeavesATombstoneThatNamesNoKeyAndTellsWhichOneIsDestroyed() {
        var key = firstKey();
        process(erase(2));

        assertThat(ann().state()).isNull();
        assertThat(ann().existed()).isTrue();
        assertThat(ann().attachment()).isNull();
        assertThat(ann().sequences()).containsEntry(TallyLog.EVENTS, 2L);
        assertThat(log.emitted().getLast())
                .extracting(Emitted::outcome, Emitted::destroyedKeyId)
                .containsExactly(new Outcome.Erased(), key);
        assertThat(log.compacted()).containsEntry(ANN, TallyValues.TOMBSTONE);
        assertDestroyedBeforeTold(key);
    }

    @Test
    void nothingButAnErasureNamesAKey() {
        firstKey();
        process(erase(2));
        process(erase(3), add(4, 1));

        assertThat(log.emitted())
                .filteredOn(emitted -> !emitted.outcome().equals(new Outcome.Erased()))
                .hasSize(3)
                .extracting(Emitted::destroyedKeyId)
                .containsOnlyNulls();
    }

    @Test
    void whatWasMadeAndErasedInOneBatchNeverHadAKey() {
        process(add(1, 5), erase(2));

        assertThat(log.emitted().getLast().destroyedKeyId()).isNull();
        assertThat(store.keys()).isEmpty();
    }

    @Test
    void whatWasErasedMadeAndErasedInOneBatchHadOne() {
        var key = firstKey();
        process(erase(2), add(3, 7), erase(4));

        assertThat(log.distinct())
                .filteredOn(emitted -> emitted.outcome().equals(new Outcome.Erased()))
                .extracting(Emitted::destroyedKeyId)
                .containsExactly(key, null);
        assertDestroyedBeforeTold(key);
    }

    static Stream<Arguments> twoCrashes() {
        return TwoCrashes.within(STEPS);
    }

    @ParameterizedTest(name = "after {0} and then after {1} actions")
    @MethodSource("twoCrashes")
    void erasedAndProvisionedAgainInOneBatchTheNewGenerationStaysReadable(int first, int second) {
        var key = firstKey();
        var batch = List.of(erase(2), add(3, 7));

        crashAfter(first, engine(), batch);
        crashAfter(second, engine(), batch);
        complete(engine(), batch);

        assertThat(ann().state()).isEqualTo(7);
        assertThat(keyOfAnn()).isNotEqualTo(key);
        assertThat(log.outcomes()).containsExactly(new Outcome.Added(5), new Outcome.Erased(), new Outcome.Added(7));
        assertThat(log.compacted()).containsEntry(ANN, "7");
        assertThat(ann().pending()).isEmpty();
        assertDestroyedBeforeTold(key);
    }

    @ParameterizedTest(name = "after {0} and then after {1} actions")
    @MethodSource("twoCrashes")
    void nothingThatWasToldStaysInTheTombstone(int first, int second) {
        firstKey();
        var batch = List.of(add(2, 7), erase(3));

        crashAfter(first, engine(), batch);
        crashAfter(second, engine(), batch);
        complete(engine(), batch);

        assertThat(ann().pending()).isEmpty();
        assertThat(log.outcomes()).containsExactly(new Outcome.Added(5), new Outcome.Added(12), new Outcome.Erased());
    }

    @Test
    void whatSomebodyElseWritesMeanwhileKeepsNothingOfItEither() {
        firstKey();
        var erasure = heldAfter(AFTER_COMPARE, List.of(erase(2)));
        var next = log.append("admin", 0, "ann", new Origin.Command(id(3), true), new Command.Add(6));
        crashAfter(AFTER_WRITE, engine(), List.of(next));

        while (erasure.step()) {}

        assertThat(ann().state()).isEqualTo(6);
        assertThat(ann().pending())
                .extracting(AggregateDocument.Pending::offset)
                .containsExactly(next.offset());
    }

    @Test
    void aWriteThatComesBetweenIsNotLostAndNothingOfTheErasureStays() {
        firstKey();
        var next = log.append("admin", 0, "ann", new Origin.Command(id(3), true), new Command.Add(6));
        var disturbed = new StoreDecorator<>(store) {
            private int writes;

            @Override
            public Set<String> write(Collection<AggregateDocument<Long>> documents) {
                if (writes++ == 1) {
                    crashAfter(AFTER_WRITE, engine(), List.of(next));
                }
                return super.write(documents);
            }
        };

        complete(fixture.engine(disturbed), List.of(erase(2)));

        assertThat(ann().state()).isEqualTo(6);
        assertThat(ann().pending())
                .extracting(AggregateDocument.Pending::offset)
                .containsExactly(next.offset());
    }

    @Test
    @Tag("SPEC-1.1d")
    void whoComesLaterIsToldFromWhoWasErased() {
        var census = fixture.engine(store, new Census());
        complete(census, List.of(add(1, 5)));
        assertThat(ann().state()).isEqualTo(1);
        complete(census, List.of(add(2, 5), erase(3), add(4, 5)));
        assertThat(ann().state()).isEqualTo(2);
        complete(census, List.of(erase(5)));
        assertThat(ann().generation()).isEqualTo(2);
        complete(fixture.engine(store, new Census()), List.of(add(6, 5)));
        assertThat(ann().state()).isEqualTo(3);
    }

    /** Whose state is which one it is of those that lived under its key. */
    private static final class Census implements Decider<Long, Command, Outcome> {
        @Override
        public Decision<Long, Outcome> decide(@Nullable Long state, Command command, Context context) {
            return command instanceof Command.Erase
                    ? Decision.of(null, new Outcome.Erased())
                    : Decision.of(state == null ? context.generation() + 1 : state, new Outcome.Missing());
        }

        @Override
        public long generation(Long state) {
            return state;
        }

        @Override
        public Outcome refused(Command command, Refusal refusal) {
            return new Outcome.Refused("any");
        }
    }

    static IntStream steps() {
        return IntStream.range(0, STEPS);
    }

    private BatchRun heldAfter(int steps, List<InputRecord> batch) {
        var run = engine().begin(batch);
        for (int i = 0; i < steps; i++) {
            run.step();
        }
        return run;
    }

    @ParameterizedTest(name = "held after {0} actions")
    @MethodSource("steps")
    void aZombieThatErasesAndProvisionsAgainDestroysNoKeyButThatOfWhatWasErased(int held) {
        var key = firstKey();
        var batch = List.of(erase(2), add(3, 7));
        var zombie = heldAfter(held, batch);

        complete(engine(), batch);
        var second = keyOfAnn();
        while (zombie.step()) {}

        assertThat(ann().state()).isEqualTo(7);
        assertThat(keyOfAnn()).isEqualTo(second);
        assertDestroyedBeforeTold(key);
    }

    @ParameterizedTest(name = "held after {0} actions")
    @MethodSource("steps")
    void aZombieThatComesAfterAnotherGenerationDestroysNothingOfTheNewest(int held) {
        var key = firstKey();
        var batch = List.of(erase(2), add(3, 7));
        var zombie = heldAfter(held, batch);

        complete(engine(), batch);
        var second = keyOfAnn();
        process(erase(4), add(5, 9));
        while (zombie.step()) {}

        assertThat(ann().state()).isEqualTo(9);
        assertThat(keyOfAnn()).isNotIn(key, second);
        assertThat(log.compacted()).containsEntry(ANN, "9");
        assertDestroyedBeforeTold(key, second);
    }

    @Test
    void anErasureThatLosesItsRaceDestroysTheKeyThatIsStoredThen() {
        var key = firstKey();
        var erasure = heldAfter(AFTER_FOLD, List.of(erase(2)));
        process(
                log.append("admin", 0, "ann", new Origin.Command(id(3), true), new Command.Erase()),
                log.append("admin", 0, "ann", new Origin.Command(id(4), true), new Command.Add(6)));
        var second = keyOfAnn();

        while (erasure.step()) {}

        assertThat(ann().state()).isNull();
        assertThat(log.emitted().getLast().destroyedKeyId()).isEqualTo(second);
        assertDestroyedBeforeTold(key, second);
    }

    @Test
    void aWriteThatLosesItsRaceAgainstAnErasureRestoresNothing() {
        var key = firstKey();
        var stale = heldAfter(AFTER_FOLD, List.of(log.command("ann", id(2), new Command.Require())));
        process(log.append("admin", 0, "ann", new Origin.Command(id(3), true), new Command.Erase()));

        while (stale.step()) {}

        assertThat(ann().state()).isNull();
        assertThat(log.emitted().getLast().outcome()).isEqualTo(new Outcome.Missing());
        assertDestroyedBeforeTold(key);
    }

    @Test
    void aReplayFromTheBeginningRestoresNothing() {
        var provisioned = add(1, 5);
        process(provisioned);
        var key = keyOfAnn();
        var erased = erase(2);
        process(erased);
        var tombstone = ann();
        var again = new Engine<>(
                new Service("tally", TallyLog.REDRIVE),
                new Tally(),
                new Engine.Ports<>(log, store, Counters.none(), log, Runnable::run),
                EngineFixture.SECRET,
                fixture.observed);

        complete(again, List.of(provisioned, erased));

        assertThat(ann()).usingRecursiveComparison().isEqualTo(tombstone);
        assertThat(log.distinct()).hasSize(2);
        assertDestroyedBeforeTold(key);
    }

    @Test
    void anErasureWhoseLogIsGoneDestroysItsKeyBeforeItIsTold() {
        var key = firstKey();
        var erased = erase(2);
        crashAfter(AFTER_WRITE, engine(), List.of(erased));

        engine().skip(erased.partition(), 10);

        assertThat(log.outcomes()).containsExactly(new Outcome.Added(5), new Outcome.Erased());
        assertDestroyedBeforeTold(key);
    }

    @Test
    void aKeyStoreThatDoesNotAnswerHoldsTheErasureBack() {
        var key = firstKey();
        var unanswered = new StoreDecorator<>(store) {
            private int answers;

            @Override
            public void destroy(Set<String> keyIds) {
                if (answers++ < 2) {
                    throw new OutageException("no answer");
                }
                super.destroy(keyIds);
            }
        };
        var run = fixture.engine(unanswered).begin(List.of(erase(2)));
        boolean more = true;
        while (more) {
            try {
                more = run.step();
            } catch (OutageException e) {
                assertThat(log.outcomes()).hasSize(1);
            }
        }

        assertThat(log.outcomes()).hasSize(2);
        assertDestroyedBeforeTold(key);
    }

    @Test
    void aBatchWithoutAnErasureDestroysNothing() {
        firstKey();
        process(add(2, 1));

        assertThat(store.destroyed).isEmpty();
    }

    @Test
    void anErasureThatIsToldToNobodyIsADeadLetterAndDestroysNothing() {
        firstKey();
        var silent = new Engine<>(
                new Service("tally", TallyLog.REDRIVE),
                new SilentErasure(),
                new Engine.Ports<>(log, store, Counters.none(), log, Runnable::run),
                EngineFixture.SECRET,
                fixture.observed);

        complete(silent, List.of(erase(2)));

        assertThat(ann().state()).isEqualTo(5);
        assertThat(log.outcomes()).contains(new Outcome.Refused("DECISION_FAILED"));
        assertThat(store.keys()).isEmpty();
    }

    private static final class SilentErasure implements Decider<Long, Command, Outcome> {
        @Override
        public Decision<Long, Outcome> decide(@Nullable Long sum, Command command, Context context) {
            return Decision.of(null);
        }

        @Override
        public Outcome refused(Command command, Refusal refusal) {
            return new Outcome.Refused("any");
        }
    }

    @Test
    void theStepsAreTheseWithAnErasure() {
        var key = firstKey();
        var run = heldAfter(AFTER_WRITE, List.of(erase(2)));
        assertThat(store.destroyed).isEmpty();
        run.step();
        assertThat(store.keys()).containsExactly(key);
        assertThat(log.outcomes()).hasSize(1);
        for (int step = AFTER_DESTROY; step < AFTER_PRODUCE; step++) {
            run.step();
        }
        assertThat(log.outcomes()).hasSize(2);
        for (int step = AFTER_PRODUCE; step < STEPS - 1; step++) {
            assertThat(run.step()).isTrue();
        }
        assertThat(run.step()).isFalse();
    }
}
