package io.latchkey.messaging.engine;

import static io.latchkey.messaging.engine.EngineFixture.complete;
import static io.latchkey.messaging.engine.EngineFixture.crashAfter;
import static io.latchkey.messaging.engine.EngineFixture.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.messaging.decision.AggregateKey;
import io.latchkey.messaging.engine.Tally.Command;
import io.latchkey.messaging.engine.Tally.Outcome;
import io.latchkey.messaging.engine.TallyLog.Emitted;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Wherever a process ends while dead letters are redriven, each command has its one reply. */
class RedriveCrashTest {

    private static final int STEPS = 9;

    private static final UUID FAILED = id(1);
    private static final UUID NOT_DECODED = id(2);
    private static final UUID FAILING = id(3);
    private static final UUID LATER = id(4);

    private final EngineFixture fixture = new EngineFixture();
    private final TallyLog log = fixture.log;
    private List<InputRecord> redrives = List.of();

    /** Of Ann one that failed and one that could not be decoded, of Bob one that goes on failing. */
    @BeforeEach
    void redrive() {
        process(log.command("ann", FAILED, new Command.Explode()));
        var failed = log.deadLetter();
        var record = log.append("commands", 0, new Decoded.Undecodable<>(DeadLetterReason.MALFORMED, "why"));
        process(record);
        var notDecoded = log.deadLetter();
        log.means(record, TallyLog.meaning("ann", new Origin.Command(NOT_DECODED, false), new Command.AddLoudly(10)));
        var failing = log.append(
                "commands",
                0,
                new Decoded.Relevant<>(
                        new AggregateKey("acme", "bob"), new Origin.Command(FAILING, false), FAILING, () -> {
                            throw new IllegalStateException("still");
                        }));
        process(failing);
        fixture.mend();
        redrives = List.of(
                log.redrive(failed, 1),
                log.redrive(notDecoded, 1),
                log.redrive(log.deadLetter(), 1),
                log.redrive(failed, 2),
                log.redrive(notDecoded, 2));
    }

    private void process(InputRecord... batch) {
        complete(fixture.engine(), List.of(batch));
    }

    private void assertOneReplyPerCommand() {
        assertThat(log.distinct().stream().map(Emitted::replyTo).filter(Objects::nonNull))
                .containsExactlyInAnyOrder(FAILED, NOT_DECODED);
        assertThat(log.distinct().stream().map(Emitted::id)).doesNotHaveDuplicates();
        assertThat(log.outcomes()).contains(new Outcome.Added(1), new Outcome.Added(11), new Outcome.Sum(11));
        assertThat(log.outcomes())
                .filteredOn(new Outcome.Refused("DECISION_FAILED")::equals)
                .as("the first of each, and Bob's second")
                .hasSize(3);
        assertThat(ann().state()).isEqualTo(11);
    }

    private AggregateDocument<Long> ann() {
        return Objects.requireNonNull(fixture.store.load(Set.of("acme/ann")).get("acme/ann"));
    }

    static Stream<Arguments> twoCrashes() {
        return TwoCrashes.within(STEPS);
    }

    @ParameterizedTest(name = "after {0} and then after {1} actions")
    @MethodSource("twoCrashes")
    void crashesAnywhereLoseAndDoubleNothing(int first, int second) {
        crashAfter(first, fixture.engine(), redrives);
        crashAfter(second, fixture.engine(), redrives);
        complete(fixture.engine(), redrives);

        assertOneReplyPerCommand();
    }

    @ParameterizedTest(name = "after {0} actions")
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
    void inTwoBatchesToo(int steps) {
        complete(fixture.engine(), redrives.subList(0, 3));
        crashAfter(steps, fixture.engine(), redrives.subList(3, 5));
        complete(fixture.engine(), redrives.subList(3, 5));

        assertOneReplyPerCommand();
    }

    @ParameterizedTest(name = "held after {0} actions")
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8})
    void aZombieThatGoesOnChangesNothing(int held) {
        var zombie = fixture.engine().begin(redrives);
        for (int i = 0; i < held; i++) {
            zombie.step();
        }

        complete(fixture.engine(), redrives);
        while (zombie.step()) {}

        assertOneReplyPerCommand();
    }

    @ParameterizedTest(name = "comes after {0} actions")
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8})
    void whatElseComesForTheAggregateIsFoldedBeforeOrAfter(int held) {
        var run = fixture.engine().begin(redrives);
        for (int i = 0; i < held; i++) {
            run.step();
        }
        process(log.command("ann", LATER, new Command.Add(100)), log.command("ann", FAILED, new Command.Explode()));
        while (run.step()) {}

        assertThat(log.distinct().stream().map(Emitted::replyTo).filter(Objects::nonNull))
                .containsExactlyInAnyOrder(FAILED, NOT_DECODED, LATER);
        assertThat(ann().state()).isEqualTo(111);
    }

    @Test
    void aReplayOfBothTopicsWithTheWatermarksLostChangesNothingAndSendsNothing() {
        complete(fixture.engine(), redrives);
        var document = ann();
        int distinct = log.distinct().size();

        for (var topic : List.of("commands", TallyLog.REDRIVE, TallyLog.REDRIVE, "commands")) {
            fixture.store.loseWatermarks();
            process(log.records(topic, 0));
        }

        assertThat(ann()).isEqualTo(document);
        assertThat(log.distinct()).hasSize(distinct);
        assertOneReplyPerCommand();
    }

    @ParameterizedTest(name = "{0} first")
    @ValueSource(strings = {"commands", TallyLog.REDRIVE})
    void aDatabaseThatWasLostIsMadeAgainWithTheSameReplies(String first) {
        complete(fixture.engine(), redrives);
        var before = log.distinct().stream()
                .filter(emitted -> emitted.replyTo() != null)
                .toList();
        fixture.store.clear();

        process(log.records(first, 0));
        process(log.records(first.equals("commands") ? TallyLog.REDRIVE : "commands", 0));

        assertThat(log.distinct().stream()
                        .filter(emitted -> emitted.replyTo() != null)
                        .map(Emitted::id)
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(
                        before.stream().map(Emitted::id).toList());
        assertThat(ann().state()).isEqualTo(11);
    }
}
