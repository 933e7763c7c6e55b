package io.latchkey.operations.dlt;

import static io.latchkey.messaging.engine.DeadLetterReason.DECISION_FAILED;
import static io.latchkey.messaging.engine.DeadLetterReason.MALFORMED;
import static io.latchkey.messaging.engine.DeadLetterReason.UNKNOWN_SCHEMA_ID;
import static io.latchkey.schemas.topics.Party.NOTIFICATION;
import static io.latchkey.schemas.topics.Party.REGISTRATION;
import static io.latchkey.schemas.topics.Party.VERIFICATION;
import static io.latchkey.schemas.topics.Topic.REGISTRATION_COMMANDS;
import static io.latchkey.schemas.topics.Topic.REGISTRATION_EVENTS;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.messaging.engine.OutputRecord;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How many dead letters there are. */
class ListTest extends DltTest {

    private List<String> counts(Result result) {
        assertThat(result.exit()).isZero();
        return result.lines().stream()
                .skip(1)
                .map(line -> line.replace(topics.prefix(), ""))
                .map(line -> String.join(" ", List.of(line.split(" +", -1)).subList(0, 6)))
                .toList();
    }

    private void produceSome() {
        produce(
                letter(REGISTRATION, MALFORMED, original(REGISTRATION_COMMANDS, "acme/ann", 1)),
                letter(REGISTRATION, MALFORMED, original(REGISTRATION_COMMANDS, "acme/bob", 2)),
                letter(REGISTRATION, MALFORMED, original(REGISTRATION_COMMANDS, "acme/bob", 2)),
                letter(REGISTRATION, DECISION_FAILED, original(REGISTRATION_COMMANDS, "acme/ann", 3)),
                letter(VERIFICATION, UNKNOWN_SCHEMA_ID, original(REGISTRATION_EVENTS, "acme/ann", 4)),
                letter(NOTIFICATION, UNKNOWN_SCHEMA_ID, original(REGISTRATION_EVENTS, "acme/ann", 4)));
    }

    @Test
    void isByTopicServiceAndReasonAndCountsARepeatOnce() {
        produceSome();

        assertThat(counts(dlt("list")))
                .containsExactly(
                        "registration.commands.v1 registration DECISION_FAILED 1 0 1",
                        "registration.commands.v1 registration MALFORMED 2 0 2",
                        "registration.events.v1 notification UNKNOWN_SCHEMA_ID 1 0 1",
                        "registration.events.v1 verification UNKNOWN_SCHEMA_ID 1 0 1");
    }

    @Test
    void isOfWhatTheFiltersLeave() {
        produceSome();

        assertThat(counts(dlt("list", "--service", "verification"))).hasSize(1);
        assertThat(counts(dlt("list", "--topic", "registration.events"))).hasSize(2);
        assertThat(counts(dlt("list", "--topic", topics.name(REGISTRATION_EVENTS))))
                .hasSize(2);
        assertThat(counts(dlt("list", "--reason", "decision_failed"))).hasSize(1);
        assertThat(counts(dlt("list", "--dead-letter-reason", "DECISION_FAILED")))
                .hasSize(1);
        assertThat(counts(dlt("list", "--key", "acme/bob")))
                .containsExactly("registration.commands.v1 registration MALFORMED 1 0 1");
        assertThat(counts(dlt("list", "--since", "1h"))).hasSize(4);
        assertThat(dlt("list", "--since", Instant.now().plusSeconds(60).toString())
                        .out())
                .isEqualTo("no dead letters\n");
    }

    @Test
    void saysHowManyWereRedrivenAndHowManyRemain() {
        produceSome();
        dlt("redrive", "--reason", "mended", "--key", "acme/bob");

        assertThat(counts(dlt("list", "--topic", "registration.commands")))
                .containsExactly(
                        "registration.commands.v1 registration DECISION_FAILED 1 0 1",
                        "registration.commands.v1 registration MALFORMED 2 1 1");
    }

    @Test
    void countsWhatWasWrittenAgainAfterItsRedriveAsRemaining() {
        var letter = letter(REGISTRATION, MALFORMED, original(REGISTRATION_COMMANDS, "acme/ann", 1));
        produce(letter);
        dlt("redrive", "--reason", "mended", "--all");
        assertThat(counts(dlt("list"))).containsExactly("registration.commands.v1 registration MALFORMED 1 1 0");

        produce(letter);

        assertThat(counts(dlt("list"))).containsExactly("registration.commands.v1 registration MALFORMED 1 0 1");
    }

    @Test
    void canBeReadByPrograms() {
        produceSome();

        assertThat(dlt("list", "--format", "json", "--reason", "DECISION_FAILED")
                        .lines())
                .singleElement()
                .asString()
                .startsWith("{\"topic\":\"" + topics.name(REGISTRATION_COMMANDS)
                        + "\",\"service\":\"registration\",\"reason\":\"DECISION_FAILED\",\"count\":1,\"redriven\":0,"
                        + "\"remain\":1,\"oldest\":\"");
    }

    @Test
    void ofNothingSaysSo() {
        var result = dlt("list");

        assertThat(result).isEqualTo(new Result(0, "no dead letters\n", ""));
        assertThat(dlt("list", "--format", "json").out()).isEmpty();
    }

    @Test
    void countsAForeignRecordToo() {
        var topic = REGISTRATION_COMMANDS.deadLetters(topics.prefix());
        produce(new OutputRecord(topic, null, "garbage".getBytes(UTF_8), List.of()));

        assertThat(counts(dlt("list"))).containsExactly("- - - 1 0 1");
    }
}
