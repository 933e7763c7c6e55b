package io.latchkey.operations.dlt;

import static io.latchkey.messaging.engine.DeadLetterReason.DECISION_FAILED;
import static io.latchkey.messaging.engine.DeadLetterReason.INVALID_REDRIVE;
import static io.latchkey.messaging.engine.DeadLetterReason.MALFORMED;
import static io.latchkey.messaging.engine.DeadLetterReason.TOO_LARGE;
import static io.latchkey.messaging.engine.DeadLetterReason.UNKNOWN_SCHEMA_ID;
import static io.latchkey.schemas.topics.Party.NOTIFICATION;
import static io.latchkey.schemas.topics.Party.REGISTRATION;
import static io.latchkey.schemas.topics.Party.VERIFICATION;
import static io.latchkey.schemas.topics.Topic.REGISTRATION_COMMANDS;
import static io.latchkey.schemas.topics.Topic.REGISTRATION_EVENTS;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.messaging.engine.DeadLetters;
import io.latchkey.messaging.engine.InputPartition;
import io.latchkey.messaging.engine.InputRecord;
import io.latchkey.messaging.engine.LogEntry;
import io.latchkey.messaging.engine.OutputRecord;
import io.latchkey.messaging.engine.Redrives;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Dead letters go back to the service that failed, once each. */
class RedriveCommandTest extends DltTest {

    private Result redrive(String... options) {
        var all = Stream.concat(Stream.of("--reason", "mended"), Arrays.stream(options));
        return dlt("redrive", all.toArray(String[]::new));
    }

    private OutputRecord[] letters(int number) {
        return LongStream.range(0, number)
                .mapToObj(offset -> letter(
                        REGISTRATION, DECISION_FAILED, original(REGISTRATION_COMMANDS, "acme/u" + offset % 7, offset)))
                .toArray(OutputRecord[]::new);
    }

    @Test
    void givesTheServiceItsOriginalBack() {
        var original = original(REGISTRATION_COMMANDS, "acme/ann", 7);
        produce(letter(REGISTRATION, DECISION_FAILED, original));

        var result = redrive("--all", "--operator", "olga");

        assertThat(result.exit()).isZero();
        assertThat(result.last()).isEqualTo("redrive: 1 redriven, 0 skipped, 0 failed");
        var record = redriven(REGISTRATION).getFirst();
        assertThat(new Redrives(service(REGISTRATION)).read(record))
                .usingRecursiveComparison()
                .isEqualTo(new Redrives.Read.Entry(
                        new LogEntry(record, original, new LogEntry.Redrive(1, DECISION_FAILED))));
        assertThat(header(record, Redrives.OPERATOR)).isEqualTo("olga");
        assertThat(header(record, Redrives.REASON)).isEqualTo("mended");
        assertThat(header(record, Redrives.TIME)).matches("20\\S+Z");
        assertThat(header(record, Redrives.RUN)).hasSize(36);
    }

    private static String header(InputRecord record, String name) {
        return new String(Objects.requireNonNull(record.header(name)).value(), UTF_8);
    }

    @Test
    void goesToTheServiceThatFailed() {
        var event = original(REGISTRATION_EVENTS, "acme/ann", 7);
        produce(letter(VERIFICATION, UNKNOWN_SCHEMA_ID, event), letter(NOTIFICATION, UNKNOWN_SCHEMA_ID, event));

        redrive("--service", "notification");

        assertThat(redriven(NOTIFICATION)).hasSize(1);
        assertThat(redriven(VERIFICATION)).isEmpty();
    }

    @Test
    void isTheDefaultOperatorThePersonAtTheTerminal() {
        produce(letters(1));
        redrive("--all");

        assertThat(header(redriven(REGISTRATION).getFirst(), Redrives.OPERATOR))
                .isEqualTo(System.getProperty("user.name"));
    }

    @Test
    void isNotRepeatedUntilItFailsAgain() {
        produce(letters(3));
        redrive("--all");

        var second = redrive("--all");
        assertThat(second.exit()).isZero();
        assertThat(second.last()).isEqualTo("redrive: 0 redriven, 3 skipped, 0 failed");
        assertThat(second.out()).contains("redriven already");

        failAgain(REGISTRATION);
        assertThat(redrive("--all").last()).isEqualTo("redrive: 1 redriven, 3 skipped, 0 failed");
        assertThat(header(redriven(REGISTRATION).getLast(), Redrives.ATTEMPT)).isEqualTo("2");
    }

    @Test
    void isRepeatedOnDemandAsAnAttemptOfItsOwn() {
        produce(letters(1));
        redrive("--all");

        assertThat(redrive("--all", "--again").last()).isEqualTo("redrive: 1 redriven, 0 skipped, 0 failed");

        assertThat(redriven(REGISTRATION).stream().map(record -> header(record, Redrives.ATTEMPT)))
                .containsExactly("1", "2");
    }

    @Test
    void redrivesTheRestWhereARunWasCutShort() {
        produce(letters(20));

        assertThat(redrive("--all", "--limit", "8").last()).isEqualTo("redrive: 8 redriven, 0 skipped, 0 failed");
        assertThat(redrive("--all").last()).isEqualTo("redrive: 12 redriven, 8 skipped, 0 failed");

        assertThat(redriven(REGISTRATION).stream()
                        .map(record -> header(record, DeadLetters.ID))
                        .distinct())
                .hasSize(20);
    }

    @Test
    void keepsTheOrderOfEachKey() {
        produce(letters(50));

        redrive("--all", "--rate", "10000");

        for (int user = 0; user < 7; user++) {
            var key = "acme/u" + user;
            assertThat(redriven(REGISTRATION).stream()
                            .filter(record -> key.equals(new String(Objects.requireNonNull(record.key()), UTF_8)))
                            .map(record -> Long.parseLong(header(record, DeadLetters.OFFSET))))
                    .isSorted();
        }
    }

    @Test
    void onlySaysWhatItWouldDoWhenItIsRehearsed() {
        produce(letters(2));

        var result = redrive("--all", "--dry-run");

        assertThat(result.exit()).isZero();
        assertThat(result.last()).isEqualTo("redrive: 2 would be redriven, 0 skipped, 0 failed");
        assertThat(redriven(REGISTRATION)).isEmpty();
    }

    @Test
    void doesNotGoFasterThanItMay() {
        produce(letters(11));
        long begin = System.nanoTime();

        redrive("--all", "--rate", "5");

        assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin)).isGreaterThan(2000);
    }

    @Test
    void isOfTheOneWithAnId() {
        var letters = letters(3);
        produce(letters);

        assertThat(redrive("--id", id(letters[1]).toString()).last())
                .isEqualTo("redrive: 1 redriven, 0 skipped, 0 failed");
        assertThat(header(redriven(REGISTRATION).getFirst(), DeadLetters.OFFSET))
                .isEqualTo("1");

        var unknown = redrive("--id", UUID.randomUUID().toString());
        assertThat(unknown.exit()).isEqualTo(1);
        assertThat(unknown.err()).contains("no dead letter has the id");
    }

    @Test
    void saysWhichCannotBeRedrivenAndDoesTheOthers() {
        var large = new InputRecord(
                new InputPartition(topics.name(REGISTRATION_COMMANDS), new UUID(4, 2), 1),
                1,
                NOON,
                "acme/ann".getBytes(UTF_8),
                new byte[1_950 * 1024],
                List.of());
        var tooLargeForTheRedriveTopic = new byte[1_200_000];
        new Random(1).nextBytes(tooLargeForTheRedriveTopic);
        var big = new InputRecord(
                large.partition(), 2, NOON, "acme/ann".getBytes(UTF_8), tooLargeForTheRedriveTopic, List.of());
        produce(letters(1));
        redrive("--all");
        var redrivenBefore = redriven(REGISTRATION).getFirst();
        produce(
                letter(REGISTRATION, TOO_LARGE, large),
                letter(REGISTRATION, TOO_LARGE, big),
                letter(REGISTRATION, INVALID_REDRIVE, redrivenBefore),
                new OutputRecord(
                        REGISTRATION_COMMANDS.deadLetters(topics.prefix()), null, "garbage".getBytes(UTF_8), List.of()),
                new DeadLetters("somebody").of(original(REGISTRATION_COMMANDS, "acme/bob", 90), MALFORMED, "why"),
                letter(REGISTRATION, MALFORMED, original(REGISTRATION_COMMANDS, "acme/bob", 91)));

        var result = redrive("--all");

        assertThat(result.exit()).isEqualTo(1);
        assertThat(result.last()).isEqualTo("redrive: 1 redriven, 1 skipped, 5 failed");
        assertThat(result.out())
                .contains("its value was left out, because no dead-letter topic takes a record so large")
                .contains("larger than " + topics.redrive(REGISTRATION) + " takes")
                .contains("it is a redrive that could not be read (why); redrive its original")
                .contains("it is no dead letter of Latchkey's")
                .contains("no service somebody has a redrive topic");
    }

    @Test
    void canBeReadByPrograms() {
        produce(letters(1));

        var lines = redrive("--all", "--format", "json").lines();

        assertThat(lines).hasSize(2);
        assertThat(lines.getFirst())
                .startsWith("{\"result\":\"redriven\",\"id\":\"")
                .contains("\"offset\":0,\"key\":\"acme/u0\",\"reason\":\"DECISION_FAILED\"");
        assertThat(lines.getLast()).contains("\"redriven\":1").contains("\"failed\":0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "--dry-run", "--again", "--limit 3"})
    void refusesToTakeAllWithoutBeingTold(String options) {
        produce(letters(1));

        var result = redrive(options.isEmpty() ? new String[0] : options.split(" "));

        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.err()).startsWith("latchkey: which ones? Give --id, a filter such as --service, or --all");
        assertThat(redriven(REGISTRATION)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--rate 0",
                "--limit 0",
                "--operator  ",
                "--service nobody",
                "--service portals",
                "--topic nothing",
                "--since soon"
            })
    void refusesWhatMakesNoSense(String options) {
        var result = redrive(("--all " + options).split(" ", 3));

        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.err()).startsWith("latchkey: ");
    }

    @Test
    void needsAReasonForTheAuditTrail() {
        var result = dlt("redrive", "--all");

        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.err()).contains("--reason");
        assertThat(dlt("redrive", "--all", "--reason", " ").exit()).isEqualTo(2);
    }
}
