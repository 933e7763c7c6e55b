package io.latchkey.messaging.engine;

import static io.latchkey.messaging.engine.EngineFixture.complete;
import static io.latchkey.messaging.engine.EngineFixture.id;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.messaging.decision.AggregateKey;
import io.latchkey.messaging.engine.AggregateDocument.Fate;
import io.latchkey.messaging.engine.AggregateDocument.Recent;
import io.latchkey.messaging.engine.Tally.Command;
import io.latchkey.messaging.engine.Tally.Outcome;
import io.latchkey.messaging.engine.TallyLog.Emitted;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A command whose dead letter comes back is answered once. */
class RedriveTest {

    private static final Outcome FAILED = new Outcome.Refused("DECISION_FAILED");
    private static final Outcome MALFORMED = new Outcome.Refused("MALFORMED");
    private static final Decoded<Command> UNDECODABLE = new Decoded.Undecodable<>(DeadLetterReason.MALFORMED, "why");

    private final EngineFixture fixture = new EngineFixture();
    private final TallyLog log = fixture.log;

    private void process(InputRecord... batch) {
        complete(fixture.engine(), List.of(batch));
    }

    private AggregateDocument<Long> ann() {
        return Objects.requireNonNull(fixture.store.load(Set.of("acme/ann")).get("acme/ann"));
    }

    private InputRecord fails(UUID id) {
        var record = log.command("ann", id, new Command.Explode());
        process(record);
        return record;
    }

    /** Could not be decoded when it came, and can be now. */
    private InputRecord couldNotBeDecoded(UUID id, Command command) {
        var record = log.append("commands", 0, UNDECODABLE);
        process(record);
        log.means(record, TallyLog.meaning("ann", new Origin.Command(id, false), command));
        return record;
    }

    private Fate fateOf(UUID id) {
        return ann().recent().stream()
                .filter(recent -> recent.commandId().equals(id))
                .map(Recent::fate)
                .findFirst()
                .orElseThrow();
    }

    private void assertSequencesWithoutGap() {
        var replies = log.distinct().stream()
                .filter(emitted -> emitted.sequence() > 0)
                .toList();
        assertThat(replies.stream().map(Emitted::id)).doesNotHaveDuplicates();
        assertThat(replies.stream().map(Emitted::sequence))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, replies.size())
                        .mapToObj(Long::valueOf)
                        .toList());
    }

    @Test
    void aDecisionThatThrowsMendedAndRedrivenEndsInItsOneFinalReply() {
        var original = fails(id(1));
        fixture.mend();

        process(log.redrive(log.deadLetter(), 1));

        assertThat(log.outcomes()).containsExactly(FAILED, new Outcome.Added(1));
        assertThat(log.emitted().getLast().replyTo()).isEqualTo(id(1));
        assertThat(log.emitted().getLast().id()).isEqualTo(Ids.event(original, 0));
        assertThat(fateOf(id(1))).isEqualTo(Fate.REDRIVEN);
    }

    @Test
    void itIsDecidedByTheTimeAndPlaceOfTheOriginal() {
        var original = couldNotBeDecoded(id(1), new Command.Draw());
        log.pass(Duration.ofDays(3));

        process(log.redrive(log.deadLetter(), 1));

        var undisturbed = new EngineFixture();
        complete(undisturbed.engine(), List.of(undisturbed.log.command("ann", id(1), new Command.Draw())));
        assertThat(log.outcomes()).last().isEqualTo(undisturbed.log.outcomes().getLast());
        assertThat(log.emitted().getLast().epoch())
                .as("an aggregate made anew is never older than its predecessor")
                .isAfter(original.logTime().plus(Duration.ofDays(3)));
    }

    @Test
    void twoRedrivesInOneBatchGiveOneReply() {
        fails(id(1));
        fixture.mend();
        var second = log.redrive(log.deadLetter(), 2);
        process(log.redrive(log.deadLetter(), 1), second);

        assertThat(log.outcomes()).containsExactly(FAILED, new Outcome.Added(1));
        assertThat(fixture.observed.repeated).hasSize(1);
    }

    @Test
    void twoRedrivesInTwoBatchesGiveOneReply() {
        fails(id(1));
        fixture.mend();
        process(log.redrive(log.deadLetter(), 1));
        process(log.redrive(log.deadLetter(), 2));

        assertThat(log.outcomes()).containsExactly(FAILED, new Outcome.Added(1));
        assertThat(fixture.observed.repeated).hasSize(1);
    }

    @Test
    void whereTheDecisionIsNotRememberedTheMarkGoesAndAPortalMayAskAgain() {
        var unprepared = log.append(
                "commands",
                0,
                new Decoded.Relevant<>(new AggregateKey("acme", "ann"), new Origin.Command(id(1), false), id(1), () -> {
                    throw new IllegalArgumentException("unexpected");
                }));
        process(unprepared);
        log.means(unprepared, TallyLog.meaning("ann", new Origin.Command(id(1), false), new Command.Require()));
        process(log.redrive(log.deadLetter(), 1));
        process(log.redrive(log.deadLetter(), 2));
        process(log.command("ann", id(2), new Command.Add(5)), log.command("ann", id(1), new Command.Require()));

        assertThat(log.outcomes())
                .containsExactly(FAILED, new Outcome.Missing(), new Outcome.Added(5), new Outcome.Sum(5));
        assertThat(fixture.observed.repeated).hasSize(1);
    }

    @Test
    void whatCouldNotBeDecodedIsJudgedAsNewAndOnce() {
        couldNotBeDecoded(id(1), new Command.Add(3));
        var letter = log.deadLetter();
        process(log.redrive(letter, 1), log.redrive(letter, 2));
        process(log.redrive(letter, 3));

        assertThat(log.outcomes()).containsExactly(MALFORMED, new Outcome.Added(3));
        assertThat(fixture.observed.repeated).hasSize(2);
    }

    @Test
    void aRetriableRejectionOfWhatCouldNotBeDecodedIsAnEventOfItsOwnWithEachRedrive() {
        couldNotBeDecoded(id(1), new Command.Require());
        var letter = log.deadLetter();
        process(log.redrive(letter, 1), log.redrive(letter, 2));
        process(log.command("ann", id(2), new Command.Add(1)));

        assertThat(log.outcomes())
                .containsExactly(MALFORMED, new Outcome.Missing(), new Outcome.Missing(), new Outcome.Added(1));
        assertSequencesWithoutGap();
    }

    @Test
    void whatAPortalsRepeatHasDecidedMeanwhileIsARepeat() {
        couldNotBeDecoded(id(1), new Command.Add(3));
        var letter = log.deadLetter();
        process(log.command("ann", id(1), new Command.Add(3)));

        process(log.redrive(letter, 1));

        assertThat(log.outcomes()).containsExactly(MALFORMED, new Outcome.Added(3));
        assertThat(fixture.observed.repeated).hasSize(1);
    }

    @Test
    void aPortalsRepeatOfWhatFailedIsDroppedBeforeTheRedriveAndAfterIt() {
        fails(id(1));
        var letter = log.deadLetter();
        fixture.mend();
        process(log.command("ann", id(1), new Command.Explode()));
        process(log.redrive(letter, 1));
        process(log.command("ann", id(1), new Command.Explode()));

        assertThat(log.outcomes()).containsExactly(FAILED, new Outcome.Added(1));
        assertThat(fixture.observed.repeated).hasSize(2);
    }

    @Test
    void aCommandIdWithOtherContentIsRefusedAndLeavesTheMark() {
        fails(id(1));
        var failed = log.deadLetter();
        couldNotBeDecoded(id(1), new Command.Add(7));
        var other = log.deadLetter();
        process(log.redrive(other, 1));
        process(log.redrive(other, 2));
        assertThat(fateOf(id(1))).isEqualTo(Fate.FAILED);
        fixture.mend();

        process(log.redrive(failed, 1));

        assertThat(log.outcomes())
                .containsExactly(
                        FAILED,
                        MALFORMED,
                        new Outcome.Refused("reused"),
                        new Outcome.Refused("reused"),
                        new Outcome.Added(1));
        assertThat(log.distinct().stream().map(Emitted::replyTo).filter(Objects::nonNull))
                .containsExactly(id(1));
        assertSequencesWithoutGap();
    }

    @Test
    void whatFailsAgainIsADeadLetterOfItsOwnPerAttemptAndCanBeRedrivenAgain() {
        var original = fails(id(1));
        var first = log.deadLetter();
        process(log.redrive(first, 1));
        var second = log.deadLetter();
        process(log.redrive(second, 2));
        var third = log.deadLetter();
        fixture.mend();
        process(log.redrive(third, 3));

        assertThat(List.of(first, second, third))
                .extracting(letter -> header(letter, DeadLetters.ID))
                .containsExactlyElementsOf(IntStream.range(0, 3)
                        .mapToObj(attempt -> Ids.deadLetter(original, attempt).toString())
                        .toList());
        assertThat(List.of(first, second, third))
                .extracting(letter -> header(letter, DeadLetters.ATTEMPT))
                .containsExactly("0", "1", "2");
        assertThat(third.topic()).isEqualTo("commands.dlt");
        assertThat(third.headers()).hasSameSizeAs(first.headers());
        assertThat(log.outcomes()).containsExactly(FAILED, FAILED, FAILED, new Outcome.Added(1));
    }

    @Test
    void whatStillCannotBeDecodedIsADeadLetterOfItsOriginalTopicAgain() {
        process(log.append("commands", 0, UNDECODABLE));
        process(log.redrive(log.deadLetter(), 1));

        assertThat(log.outcomes()).containsExactly(MALFORMED, MALFORMED);
        assertThat(log.deadLetter().topic()).isEqualTo("commands.dlt");
        assertThat(header(log.deadLetter(), DeadLetters.ATTEMPT)).isEqualTo("1");
    }

    @Test
    void whatReadingThrewUponLeavesNoMarkAndIsJudgedAsNew() {
        var record = log.append("commands", 0, UNDECODABLE);
        log.throwsOn(record);
        process(record);
        log.means(record, TallyLog.meaning("ann", new Origin.Command(id(1), false), new Command.Add(2)));

        process(log.redrive(log.deadLetter(), 1));

        assertThat(log.outcomes()).containsExactly(new Outcome.Refused("READING_FAILED"), new Outcome.Added(2));
    }

    @Test
    void countersAreReservedForWhatIsDecidedAndNotForRepeats() {
        process(log.command("ann", id(1), new Command.Add(1)));
        couldNotBeDecoded(id(2), new Command.Share());
        var letter = log.deadLetter();
        process(log.redrive(letter, 1), log.redrive(letter, 2));

        assertThat(log.outcomes()).endsWith(new Outcome.Shared(1));
        assertThat(fixture.counters).containsEntry(Tally.SHARED, 1L);
    }

    @Test
    void itIsNotCountedAgainstAPortalNorRefusedForItsLimit() {
        couldNotBeDecoded(id(1), new Command.Add(1));
        var letter = log.deadLetter();
        process(IntStream.rangeClosed(1000, 1255)
                .mapToObj(i -> log.command("ann", id(i), new Command.Add(1)))
                .toArray(InputRecord[]::new));

        process(log.redrive(letter, 1));

        assertThat(log.outcomes()).endsWith(new Outcome.Added(257));
    }

    @Test
    void aRedrivenIdIsRememberedAsLongAsItsDeadLetter() {
        couldNotBeDecoded(id(1), new Command.Add(1));
        var letter = log.deadLetter();
        log.pass(Duration.ofDays(2));
        process(log.redrive(letter, 1));
        for (int day = 0; day < 12; day++) {
            log.pass(Duration.ofDays(1));
            int number = 1000 + 10 * day;
            process(IntStream.range(number, number + 10)
                    .mapToObj(i -> log.append("admin", 0, "ann", new Origin.Command(id(i), true), new Command.Add(1)))
                    .toArray(InputRecord[]::new));
        }

        process(log.redrive(letter, 2));

        assertThat(ann().state()).isEqualTo(121);
        assertThat(fixture.observed.repeated).hasSize(1);
    }

    @Test
    void anInstanceThatDidNotReadTheOriginalAsksHowFarTheOthersAre() {
        var other = fixture.engine();
        couldNotBeDecoded(id(1), new Command.Add(1));

        complete(other, List.of(log.redrive(log.deadLetter(), 1)));

        assertThat(log.outcomes()).containsExactly(MALFORMED, new Outcome.Added(1));
    }

    @Test
    void aRedriveThatWasARepeatIsOneWhenItIsReadAgain() {
        couldNotBeDecoded(id(1), new Command.Add(1));
        process(log.command("ann", id(1), new Command.Add(1)));
        var redrive = log.redrive(log.deadLetter(), 1);
        process(redrive);

        assertThat(ann().positions())
                .containsEntry(redrive.partition().id(), 0L)
                .hasSize(2);
    }

    @Test
    void whatOtherTopicsSayInSuchHeadersIsNotBelieved() {
        fails(id(1));
        fixture.mend();
        var forged = log.redrive(log.deadLetter(), 1);
        var place = new InputPartition("commands", new UUID(1, 1), 0);
        var record = new InputRecord(place, 9, forged.logTime(), forged.key(), forged.value(), forged.headers());
        log.means(record, UNDECODABLE);

        process(record);

        assertThat(log.outcomes()).containsExactly(FAILED, MALFORMED);
        assertThat(header(log.deadLetter(), DeadLetters.OFFSET)).isEqualTo("9");
        assertThat(header(log.deadLetter(), DeadLetters.ATTEMPT)).isEqualTo("0");
    }

    /** As Kafka reads repeated headers: the last one. */
    static String header(OutputRecord record, String name) {
        return record.headers().reversed().stream()
                .filter(header -> header.name().equals(name))
                .map(header -> new String(header.value(), UTF_8))
                .findFirst()
                .orElseThrow();
    }
}
