package io.latchkey.messaging.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.messaging.engine.LogEntry.Redrive;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A redriven record gives its original back, or says what is wrong with it. */
class RedrivesTest {

    private static final String TOPIC = "x.tally.redrive.v1";
    private static final Instant TIME = Instant.parse("2026-01-02T03:04:05.678Z");
    private static final InputRecord ORIGINAL = new InputRecord(
            new InputPartition("x.commands.v1", new UUID(4, 2), 3),
            77,
            TIME,
            new byte[] {1},
            new byte[] {2},
            List.of(Header.of("traceparent", "00-1-2-01"), Header.of("own", "kept"), Header.of("own", "twice")));

    private final Redrives redrives = new Redrives(new Service("tally", TOPIC));

    private static InputRecord redriven(InputRecord original, DeadLetterReason reason) {
        var letter = new DeadLetters("tally").of(original, reason, "why");
        var order = new Redrives.Order("olga", "mended", TIME, new UUID(1, 1));
        var record = Redrives.redriven(TOPIC, letter, 2, order);
        return read(record.headers());
    }

    private static InputRecord read(List<Header> headers) {
        return new InputRecord(
                new InputPartition(TOPIC, new UUID(5, 5), 0),
                0,
                TIME.plusSeconds(60),
                ORIGINAL.key(),
                ORIGINAL.value(),
                headers);
    }

    private static InputRecord with(String name, @Nullable String value) {
        var headers =
                new ArrayList<>(redriven(ORIGINAL, DeadLetterReason.MALFORMED).headers());
        headers.removeIf(header -> header.name().equals(name));
        if (value != null) {
            headers.add(Header.of(name, value));
        }
        return read(headers);
    }

    @Test
    void theOriginalIsAsItWas() {
        var record = redriven(ORIGINAL, DeadLetterReason.UNKNOWN_SCHEMA_ID);

        assertThat(redrives.read(record))
                .usingRecursiveComparison()
                .isEqualTo(new Redrives.Read.Entry(
                        new LogEntry(record, ORIGINAL, new Redrive(2, DeadLetterReason.UNKNOWN_SCHEMA_ID))));
    }

    @Test
    void everyReasonComesBack() {
        assertThat(DeadLetterReason.values())
                .allSatisfy(reason ->
                        assertThat(redrives.read(redriven(ORIGINAL, reason))).isInstanceOf(Redrives.Read.Entry.class));
    }

    @Test
    void aDeadLetterThatWasRedrivenBeforeHasTheHeadersOfOneRedrive() {
        var again = Redrives.redriven(
                TOPIC,
                new OutputRecord(
                        "any",
                        null,
                        null,
                        redriven(ORIGINAL, DeadLetterReason.MALFORMED).headers()),
                3,
                new Redrives.Order("otto", "again", TIME, new UUID(1, 2)));

        assertThat(again.headers().stream().filter(header -> header.name().startsWith(Redrives.PREFIX)))
                .hasSize(5)
                .anySatisfy(header -> assertThat(header.value()).isEqualTo("otto".getBytes(UTF_8)));
    }

    @Test
    void aRecordOfAnotherTopicIsItselfWhateverItsHeadersSay() {
        var record = new InputRecord(
                ORIGINAL.partition(),
                1,
                TIME,
                null,
                null,
                redriven(ORIGINAL, DeadLetterReason.MALFORMED).headers());

        assertThat(redrives.read(record)).isEqualTo(new Redrives.Read.Entry(LogEntry.of(record)));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    latchkey-dead-letter-topic,,                 is missing
                    latchkey-dead-letter-topic,'',               cannot be read
                    latchkey-dead-letter-topic,x.tally.redrive.v1, names the redrive topic
                    latchkey-dead-letter-topic-id,,              is missing
                    latchkey-dead-letter-topic-id,4-2,           cannot be read
                    latchkey-dead-letter-partition,,             is missing
                    latchkey-dead-letter-partition,-1,           cannot be read
                    latchkey-dead-letter-partition,9999999999,   cannot be read
                    latchkey-dead-letter-offset,,                is missing
                    latchkey-dead-letter-offset,1e3,             cannot be read
                    latchkey-dead-letter-timestamp,,             is missing
                    latchkey-dead-letter-timestamp,99999999999999999999, cannot be read
                    latchkey-dead-letter-reason,,                is missing
                    latchkey-dead-letter-reason,OTHER,           is none that this service knows
                    latchkey-dead-letter-service,registration,   names another service
                    latchkey-dead-letter-service,,               is missing
                    latchkey-redrive-attempt,,                   is missing
                    latchkey-redrive-attempt,0,                  counts from 1
                    latchkey-redrive-attempt,two,                cannot be read
                    """)
    void aHeaderThatIsMissingOrWrongIsNamed(String name, @Nullable String value, String problem) {
        assertThat(redrives.read(with(name, value)))
                .isInstanceOfSatisfying(
                        Redrives.Read.Malformed.class,
                        malformed ->
                                assertThat(malformed.detail().split("; ", -1)).contains(name + " " + problem));
    }

    @Test
    void allThatIsWrongIsNamed() {
        var malformed = (Redrives.Read.Malformed) redrives.read(read(List.of()));

        assertThat(Arrays.stream(malformed.detail().split("; ", -1)).distinct()).hasSize(8);
    }

    @Test
    void theEngineMakesADeadLetterOfTheRedriveTopicAndGoesOn() {
        var fixture = new EngineFixture();
        var bad = new InputRecord(
                new InputPartition(TallyLog.REDRIVE, new UUID(5, 5), 0),
                0,
                TIME,
                ORIGINAL.key(),
                ORIGINAL.value(),
                List.of());
        EngineFixture.complete(fixture.engine(), List.of(bad));

        assertThat(fixture.log.deadLetter().topic()).isEqualTo(TallyLog.REDRIVE + ".dlt");
        assertThat(RedriveTest.header(fixture.log.deadLetter(), DeadLetters.REASON))
                .isEqualTo("INVALID_REDRIVE");
        assertThat(RedriveTest.header(fixture.log.deadLetter(), DeadLetters.DETAIL))
                .contains("latchkey-redrive-attempt is missing");
        assertThat(fixture.store.progress().delivered())
                .containsEntry(bad.partition().id(), 0L);
    }
}
