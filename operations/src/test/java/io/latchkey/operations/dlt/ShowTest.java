package io.latchkey.operations.dlt;

import static io.latchkey.messaging.engine.DeadLetterReason.DECISION_FAILED;
import static io.latchkey.messaging.engine.DeadLetterReason.MALFORMED;
import static io.latchkey.schemas.topics.Party.REGISTRATION;
import static io.latchkey.schemas.topics.Topic.REGISTRATION_COMMANDS;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.infrastructure.registry.EmbeddedRegistry;
import io.latchkey.messaging.avro.AvroSerializer;
import io.latchkey.messaging.engine.InputPartition;
import io.latchkey.messaging.engine.InputRecord;
import io.latchkey.messaging.engine.OutputRecord;
import io.latchkey.schemas.KeyOwner;
import io.latchkey.schemas.PublicKey;
import io.latchkey.schemas.topics.RecordTypes;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The story of a dead letter, without what is in it. */
class ShowTest extends DltTest {

    @Test
    void tellsWhereItCameFromWhyAndWhoRedroveIt() {
        var letter = letter(REGISTRATION, DECISION_FAILED, original(REGISTRATION_COMMANDS, "acme/ann", 7));
        produce(letter, letter(REGISTRATION, MALFORMED, original(REGISTRATION_COMMANDS, "acme/bob", 8)));
        dlt(
                "redrive",
                "--reason",
                "mended in 1.2",
                "--operator",
                "olga",
                "--id",
                id(letter).toString());

        var shown = dlt("show", "--id", id(letter).toString());

        assertThat(shown.exit()).isZero();
        assertThat(shown.out())
                .contains("dead letter " + id(letter) + "\n")
                .contains("  reason    DECISION_FAILED: why\n")
                .contains("  service   registration\n")
                .contains("  original  " + topics.name(REGISTRATION_COMMANDS) + "-1@7, 2026-01-01T12:00:00Z\n")
                .contains("  key       acme/ann\n")
                .contains("  header    traceparent=00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01\n")
                .contains("  value     18 bytes, SHA-256 ")
                .contains("  attempt   0, not redriven before\n")
                .containsPattern("  redriven  attempt 1, 20\\S+Z, by olga: mended in 1.2 \\(run [0-9a-f-]{36}, "
                        + topics.prefix() + "registration.redrive.v1-\\d@0\\)\n")
                .doesNotContain("acme/bob")
                .endsWith("1 of 1 dead letters\n");
    }

    @Test
    void neverTellsWhatIsInIt() {
        produce(letter(REGISTRATION, MALFORMED, original(REGISTRATION_COMMANDS, "acme/ann", 7)));

        assertThat(dlt("show").out()).doesNotContain("secret");
        assertThat(dlt("redrive", "--all", "--reason", "x").out()).doesNotContain("secret");
        assertThat(dlt("list").out()).doesNotContain("secret");
    }

    @Test
    void leavesTheTerminalAlone() {
        var original = original(REGISTRATION_COMMANDS, "acme/\u001b[2J\u202eann", 7);
        produce(letter(REGISTRATION, MALFORMED, original));

        assertThat(dlt("show").out()).contains("  key       acme/?[2J?ann\n");
        assertThat(dlt("redrive", "--all", "--reason", "x").out()).contains("acme/?[2J?ann");
    }

    @Test
    void namesTheRecordsTypeWhereARegistryIsGiven() {
        var place = new InputPartition(topics.name(REGISTRATION_COMMANDS), new UUID(4, 2), 1);
        RecordTypes.trust();
        try (var registry = EmbeddedRegistry.inMemory();
                var serializer = new AvroSerializer()) {
            serializer.configure(Map.of("schema.registry.url", registry.url()), false);
            var record =
                    new PublicKey(UUID.randomUUID(), NOON, "k", KeyOwner.REGISTRATION, ByteBuffer.allocate(32), NOON);
            var value = serializer.serialize("any", record);
            produce(letter(
                    REGISTRATION, MALFORMED, new InputRecord(place, 7, NOON, "k".getBytes(UTF_8), value, List.of())));

            assertThat(dlt("show", "--schema-registry", registry.url()).out())
                    .contains(", " + PublicKey.class.getName() + "\n");
        }
        assertThat(dlt("show", "--schema-registry", "http://127.0.0.1:1").out())
                .contains("type unknown: schema registry does not answer");
        assertThat(dlt("show", "--schema-registry", "nowhere").err()).contains("--schema-registry is no HTTP address");
        assertThat(dlt("show").out()).containsPattern("SHA-256 [0-9a-f]{64}\n");
    }

    @Test
    void ofAnUnknownIdSaysSo() {
        var unknown = UUID.randomUUID();

        var result = dlt("show", "--id", unknown.toString());

        assertThat(result.exit()).isEqualTo(1);
        assertThat(result.out()).contains("no dead letter has the id " + unknown);
    }

    @Test
    void showsNoMoreThanAskedFor() {
        produce(LongStream.range(0, 5)
                .mapToObj(
                        offset -> letter(REGISTRATION, MALFORMED, original(REGISTRATION_COMMANDS, "acme/ann", offset)))
                .toArray(OutputRecord[]::new));

        assertThat(dlt("show", "--limit", "2").last()).isEqualTo("2 of 5 dead letters");
        assertThat(dlt("show", "--limit", "0").exit()).isEqualTo(2);
    }

    @Test
    void tellsOfEveryAttempt() {
        var place = original(REGISTRATION_COMMANDS, "acme/ann", 7);
        produce(letter(REGISTRATION, DECISION_FAILED, place));
        dlt("redrive", "--reason", "first try", "--all");
        failAgain(REGISTRATION);
        dlt("redrive", "--reason", "second try", "--all");

        var shown = dlt("show").out();

        assertThat(shown).contains("  attempt   0, not redriven before\n").contains("  attempt   1, failed again\n");
        assertThat(shown.split("attempt 1, .*: first try", -1)).hasSize(3);
        assertThat(shown.split("attempt 2, .*: second try", -1)).hasSize(3);
    }
}
