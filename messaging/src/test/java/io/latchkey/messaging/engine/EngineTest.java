package io.latchkey.messaging.engine;

import static io.latchkey.messaging.engine.EngineFixture.complete;
import static io.latchkey.messaging.engine.EngineFixture.crashAfter;
import static io.latchkey.messaging.engine.EngineFixture.id;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.messaging.decision.AggregateKey;
import io.latchkey.messaging.engine.AggregateDocument.Fate;
import io.latchkey.messaging.engine.Tally.Command;
import io.latchkey.messaging.engine.Tally.Outcome;
import io.latchkey.messaging.engine.TallyLog.Emitted;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class EngineTest {

    /** Steps of a batch until its decisions are made and nothing of them is written. */
    private static final int AFTER_FOLD = 5;

    private final EngineFixture fixture = new EngineFixture();
    private final TallyLog log = fixture.log;

    private void process(InputRecord... batch) {
        complete(fixture.engine(), List.of(batch));
    }

    private AggregateDocument<Long> document(String user) {
        return Objects.requireNonNull(fixture.store.load(Set.of("acme/" + user)).get("acme/" + user));
    }

    @Test
    @Tag("SPEC-2.7b")
    void theFirstOutcomeAnswersTheCommandAndTheOthersAnswerNone() {
        process(log.command("ann", id(1), new Command.AddLoudly(1)));

        assertThat(log.emitted()).extracting(Emitted::replyTo).containsExactly(id(1), null);
    }

    @Test
    void eventIdsAreVersion5AndFollowFromThePlaceInTheLog() {
        var record = log.command("ann", id(1), new Command.AddLoudly(1));
        process(record);

        assertThat(log.emitted()).allSatisfy(e -> assertThat(e.id().version()).isEqualTo(5));
        assertThat(log.emitted()).extracting(Emitted::id).containsExactly(Ids.event(record, 0), Ids.event(record, 1));
    }

    @Test
    @Tag("SPEC-2.7a")
    void aRepeatedCommandIsDroppedAndCounted() {
        var repeated = log.command("ann", id(1), new Command.Add(1));
        process(log.command("ann", id(1), new Command.Add(1)), repeated);

        assertThat(log.outcomes()).containsExactly(new Outcome.Added(1));
        assertThat(fixture.observed.repeated).containsExactly(repeated);
    }

    @Test
    @Tag("SPEC-2.7a")
    void aCommandIdWithOtherContentIsRefusedInTheNameOfNoCommand() {
        process(log.command("ann", id(1), new Command.Add(1)), log.command("ann", id(1), new Command.Add(2)));

        assertThat(log.outcomes()).containsExactly(new Outcome.Added(1), new Outcome.Refused("reused"));
        assertThat(log.emitted().getLast().replyTo()).isNull();
        assertThat(document("ann").state()).isEqualTo(1);
    }

    @Test
    void aRetriableRejectionIsJudgedAnewWithTheSameId() {
        process(log.command("ann", id(1), new Command.Require()));
        process(log.command("ann", id(2), new Command.Add(5)));
        process(log.command("ann", id(1), new Command.Require()));

        assertThat(log.outcomes()).containsExactly(new Outcome.Missing(), new Outcome.Added(5), new Outcome.Sum(5));
    }

    @Test
    void aRejectionForAnAggregateThatDoesNotExistIsWrittenTooSoThatACrashCannotAnswerTwice() {
        var required = log.command("ann", id(1), new Command.Require());
        crashAfter(7, fixture.engine(), List.of(required));
        process(log.append("other", 0, "ann", new Origin.Command(id(2), true), new Command.Add(5)));

        process(required);

        assertThat(log.outcomes()).containsExactly(new Outcome.Missing(), new Outcome.Added(5));
    }

    @Test
    void aDecisionThatThrowsIsARecordedDeadLetterAndTheKeyGoesOn() {
        var exploding = log.command("ann", id(1), new Command.Explode());
        process(exploding, log.command("ann", id(2), new Command.Add(1)));

        assertThat(log.outcomes()).containsExactly(new Outcome.Refused("DECISION_FAILED"), new Outcome.Added(1));
        assertThat(document("ann").recent())
                .filteredOn(recent -> recent.fate() == Fate.FAILED)
                .extracting(AggregateDocument.Recent::commandId)
                .containsExactly(id(1));
    }

    @Test
    void aFailedCommandThatIsRepeatedIsNotRetried() {
        process(log.command("ann", id(1), new Command.Explode()));
        process(log.command("ann", id(1), new Command.Explode()));

        assertThat(log.outcomes()).containsExactly(new Outcome.Refused("DECISION_FAILED"));
    }

    @Test
    void aPreparationThatThrowsFailsItsRecordAlone() {
        var key = new AggregateKey("acme", "ann");
        var unprepared =
                log.append("commands", 0, new Decoded.Relevant<>(key, new Origin.Command(id(1), false), id(1), () -> {
                    throw new IllegalArgumentException("unexpected");
                }));
        process(unprepared, log.command("ann", id(2), new Command.Add(1)));

        assertThat(log.outcomes()).containsExactly(new Outcome.Refused("DECISION_FAILED"), new Outcome.Added(1));
    }

    @Test
    void undecodableAndOversizedRecordsBecomeDeadLettersAndThePartitionGoesOn() {
        var garbage =
                log.append("commands", 0, new Decoded.Undecodable<>(DeadLetterReason.MALFORMED, "not the wire format"));
        var ok = log.command("ann", id(1), new Command.Add(1));
        var large = new InputRecord(
                ok.partition(), 2, ok.logTime(), null, new byte[Engine.MAX_RECORD_BYTES + 1], List.of());
        process(garbage, ok, large);

        assertThat(log.outcomes())
                .containsExactly(
                        new Outcome.Refused("MALFORMED"), new Outcome.Refused("TOO_LARGE"), new Outcome.Added(1));
        assertThat(fixture.store.progress().delivered().values()).containsExactly(2L);
    }

    @Test
    void ofARecordTooLargeForItsDeadLetterTopicTheDeadLetterLeavesOutTheValue() {
        var place = new InputPartition("commands", new UUID(1, 1), 0);
        var original = new InputRecord(place, 0, TallyLog.START, new byte[] {1}, new byte[3 << 20], List.of());

        var letter = new DeadLetters("tally").of(original, DeadLetterReason.TOO_LARGE, "too large");

        assertThat(letter.value()).isNull();
        assertThat(letter.key()).isEqualTo(original.key());
    }

    @Test
    void aDeadLetterKeepsKeyValueAndHeadersAndSaysWhyAndFromWhere() {
        var place = new InputPartition("commands", new UUID(1, 1), 3);
        var original = new InputRecord(
                place, 7, TallyLog.START, new byte[] {1}, new byte[] {2}, List.of(Header.of("own", "kept")));

        var letter = new DeadLetters("tally").of(original, DeadLetterReason.MALFORMED, "why");

        assertThat(letter.topic()).isEqualTo("commands.dlt");
        assertThat(letter.key()).isEqualTo(original.key());
        assertThat(letter.value()).isEqualTo(original.value());
        assertThat(letter.headers().stream().collect(Collectors.toMap(Header::name, h -> new String(h.value(), UTF_8))))
                .containsEntry("own", "kept")
                .containsEntry(DeadLetters.REASON, "MALFORMED")
                .containsEntry(DeadLetters.DETAIL, "why")
                .containsEntry(DeadLetters.TOPIC, "commands")
                .containsEntry(DeadLetters.PARTITION, "3")
                .containsEntry(DeadLetters.OFFSET, "7")
                .containsEntry(DeadLetters.SERVICE, "tally");
    }

    @Test
    void anUpstreamEventSeenBeforeIsDroppedWhateverItsOffset() {
        var epoch = TallyLog.START;
        process(
                log.append("events", 0, "ann", new Origin.Event(id(1), epoch, 1), new Command.Add(1)),
                log.append("events", 0, "ann", new Origin.Event(id(2), epoch, 2), new Command.Add(1)),
                log.append("events", 0, "ann", new Origin.Event(id(1), epoch, 1), new Command.Add(1)),
                log.append("events", 0, "ann", new Origin.Event(id(3), epoch.plusMillis(1), 1), new Command.Add(1)),
                log.append("events", 0, "ann", new Origin.Event(id(4), epoch, 3), new Command.Add(1)));

        assertThat(document("ann").state()).isEqualTo(3);
        assertThat(log.emitted()).extracting(Emitted::replyTo).containsOnlyNulls();
    }

    @Test
    void aPortalMayUse256CommandIdsIn24HoursAndAnAdministratorMore() {
        var engine = fixture.engine();
        complete(
                engine,
                IntStream.rangeClosed(1, 256)
                        .mapToObj(i -> log.command("ann", id(i), new Command.Add(1)))
                        .toList());
        complete(
                engine,
                List.of(
                        log.command("ann", id(257), new Command.Add(1)),
                        log.append("admin", 0, "ann", new Origin.Command(id(300), true), new Command.Add(1))));
        log.pass(Duration.ofHours(25));
        complete(engine, List.of(log.command("ann", id(257), new Command.Add(1))));

        assertThat(document("ann").state()).isEqualTo(258);
        assertThat(log.outcomes())
                .filteredOn(outcome -> outcome instanceof Outcome.Refused)
                .singleElement()
                .asString()
                .contains("limited until 2026-01-02");
    }

    @Test
    void theSameRecordDrawsTheSameNumberHoweverOftenItIsDecided() {
        var draw = log.command("ann", id(1), new Command.Draw());
        crashAfter(5, fixture.engine(), List.of(draw));
        process(draw);
        var again = new EngineFixture();
        complete(again.engine(), List.of(again.log.command("ann", id(1), new Command.Draw())));

        assertThat(again.log.outcomes()).isEqualTo(log.outcomes());
    }

    @Test
    void aCounterIsReservedBeforeDecidingAndNotByWhatIsDecidedAlready() {
        process(log.command("ann", id(1), new Command.Add(1)));
        var share = log.command("ann", id(2), new Command.Share());
        process(share);
        complete(fixture.engine(), List.of(share));

        assertThat(log.outcomes()).containsExactly(new Outcome.Added(1), new Outcome.Shared(1));
        assertThat(fixture.counters).containsEntry(Tally.SHARED, 1L);
    }

    @Test
    void aCounterThatOnlyTheFoldedStateAsksForWaitsForTheNextRound() {
        process(
                log.command("ann", id(1), new Command.Add(1)),
                log.command("ann", id(2), new Command.Share()),
                log.command("ann", id(3), new Command.Add(1)));

        assertThat(log.outcomes()).containsExactly(new Outcome.Added(1), new Outcome.Shared(1), new Outcome.Added(2));
        assertThat(log.emitted()).extracting(Emitted::sequence).containsExactly(1L, 2L, 3L);
    }

    @Test
    void deliveredOutcomesArePrunedWithTheNextWrite() {
        process(log.command("ann", id(1), new Command.Add(1)));
        process(log.command("ann", id(2), new Command.Add(1)));

        assertThat(document("ann").pending()).hasSize(1);
    }

    @Test
    void aLogThatBeginsBeyondTheWatermarkEmitsWhatIsPendingFirst() {
        var lost = log.command("ann", id(1), new Command.Add(1));
        crashAfter(6, fixture.engine(), List.of(lost));

        fixture.engine().skip(lost.partition(), 10);

        assertThat(log.outcomes()).containsExactly(new Outcome.Added(1));
        assertThat(fixture.store.progress().delivered())
                .containsEntry(lost.partition().id(), 9L);
    }

    /** It was away while the log forgot the record, and another instance skipped it. */
    @Test
    void whatAProcessThatWasAwayWritesOfASkippedRecordIsEmittedWithTheNextOfItsAggregate() {
        var lost = log.command("ann", id(1), new Command.Add(1));
        var away = fixture.engine().begin(List.of(lost));
        for (int step = 0; step < AFTER_FOLD; step++) {
            away.step();
        }
        fixture.engine().skip(lost.partition(), lost.offset() + 1);
        away.step(); // writes, and is no more

        process(log.command("ann", id(2), new Command.Add(2)));

        assertThat(log.outcomes()).containsExactly(new Outcome.Added(1), new Outcome.Added(3));
    }

    @Test
    void documentsMadeAfterARestoreBeginANewEpoch() {
        var restoredAt = TallyLog.START.plus(Duration.ofDays(3));
        var engine = fixture.engine();
        engine.restored(restoredAt);
        complete(engine, List.of(log.command("ann", id(1), new Command.Add(1))));
        log.pass(Duration.ofDays(4));
        var later = log.command("bob", id(2), new Command.Add(1));
        process(later);

        assertThat(log.emitted()).extracting(Emitted::epoch).containsExactly(restoredAt, later.logTime());
    }

    @Test
    void aTopicCreatedAnewStartsANewPosition() {
        process(log.command("ann", id(1), new Command.Add(1)), log.command("ann", id(2), new Command.Add(1)));

        process(log.appendToAnewTopic("ann", id(3), new Command.Add(1)));

        assertThat(document("ann").state()).isEqualTo(3);
        assertThat(log.emitted()).extracting(Emitted::sequence).containsExactly(1L, 2L, 3L);
    }

    @Test
    void aRefusalThatCannotBeMadeFailsItsRecordAlone() {
        var key = new AggregateKey("acme", "ann");
        process(log.command("ann", id(1), new Command.Add(1)));
        process(
                log.append("commands", 0, new Decoded.Relevant<>(key, new Origin.Command(id(1), false), id(1), () -> {
                    throw new IllegalArgumentException("unexpected");
                })),
                log.command("ann", id(2), new Command.Add(1)));

        assertThat(log.outcomes()).containsExactly(new Outcome.Added(1), new Outcome.Added(2));
    }

    @Test
    void ofSeveralRecordsThatAskForOneCounterEachIsCountedOnlyWhenItIsDecided() {
        process(log.command("ann", id(1), new Command.Add(1)));
        process(
                log.command("ann", id(2), new Command.Share()),
                log.command("ann", id(2), new Command.Share()),
                log.command("ann", id(3), new Command.Share()));

        assertThat(log.outcomes()).containsExactly(new Outcome.Added(1), new Outcome.Shared(1), new Outcome.Shared(2));
        assertThat(fixture.counters).containsEntry(Tally.SHARED, 2L);
    }

    @Test
    void aStoreRestoredUnderARunningProcessIsCaughtUp() {
        var engine = fixture.engine();
        var record = log.command("ann", id(1), new Command.Add(1));
        complete(engine, List.of(record));
        fixture.store.clear();
        engine.watermarks();

        complete(engine, List.of(record));

        assertThat(document("ann").state()).isEqualTo(1);
        assertThat(log.distinct()).hasSize(1);
    }

    @Test
    void aFailedIdIsRememberedAsLongAsItsDeadLetterAndAnAdministratorsPushesNoPortalsOut() {
        process(log.command("ann", id(1), new Command.Explode()), log.command("ann", id(2), new Command.Add(1)));
        process(IntStream.rangeClosed(300, 600)
                .mapToObj(i -> log.append("admin", 0, "ann", new Origin.Command(id(i), true), new Command.Add(1)))
                .toArray(InputRecord[]::new));

        assertThat(document("ann").recent())
                .extracting(AggregateDocument.Recent::commandId)
                .contains(id(1), id(2));
    }

    @Test
    void aFullDocumentWaitsUntilItsOutcomesAreDelivered() {
        var batch = new ArrayList<InputRecord>();
        IntStream.rangeClosed(1, 30).forEach(i -> batch.add(log.command("ann", id(i), new Command.Add(1))));
        log.padOutcomes(64 * 1024);
        complete(fixture.engine(), batch);

        assertThat(log.outcomes()).hasSize(30);
        assertThat(document("ann").pending().stream()
                        .mapToInt(p -> p.output().size())
                        .sum())
                .isLessThan(Engine.MAX_PENDING_BYTES + 64 * 1024);
        assertThat(document("ann").state()).isEqualTo(30);
    }
}
