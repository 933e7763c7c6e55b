package io.latchkey.operations.dlt;

import static io.latchkey.messaging.engine.DeadLetterReason.MALFORMED;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.messaging.engine.DeadLetters;
import io.latchkey.messaging.engine.InputPartition;
import io.latchkey.messaging.engine.InputRecord;
import io.latchkey.messaging.kafka.KafkaLog;
import io.latchkey.messaging.kafka.KafkaSettings;
import io.latchkey.messaging.kafka.OffsetCommits;
import io.latchkey.messaging.kafka.TopicCreation;
import io.latchkey.messaging.kafka.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An installation elsewhere asks for TLS and a password; both come from a file. */
@Timeout(120)
class SecuredClusterTest {

    @TempDir
    private Path directory = Path.of("");

    private Path configuration(SecuredBroker broker, String password) throws IOException {
        var lines = broker.clientSettings(password).entrySet().stream()
                .map(setting -> setting.getKey() + "=" + setting.getValue())
                .collect(joining("\n"));
        return Files.writeString(directory.resolve(password + ".properties"), lines);
    }

    private static void leaveADeadLetter(SecuredBroker broker) {
        var settings = new HashMap<String, Object>(broker.clientSettings("correct horse"));
        settings.put("bootstrap.servers", broker.address());
        var kafka = new KafkaSettings(settings);
        var topics = new Topics("latchkey.", 1, (short) 1, 1, true);
        var original = new InputRecord(
                new InputPartition("latchkey.registration.commands.v1", new UUID(1, 1), 0),
                0,
                Instant.EPOCH,
                "acme/ann".getBytes(UTF_8),
                new byte[] {1},
                List.of());
        try (var admin = Admin.create(kafka.common());
                var producer = new KafkaProducer<byte[], byte[]>(kafka.producer())) {
            TopicCreation.createMissing(admin, topics);
            new KafkaLog(producer, new OffsetCommits())
                    .produce(List.of(new DeadLetters("registration").of(original, MALFORMED, "why")));
        }
    }

    @Test
    void isReachedWithASettingsFileAndNotWithoutOrWithAWrongOne() throws Exception {
        try (var broker = new SecuredBroker(directory)) {
            leaveADeadLetter(broker);
            var right = configuration(broker, "correct horse").toString();
            var wrong = configuration(broker, "wrong").toString();
            var address = broker.address();

            assertThat(DltTest.latchkey("dlt", "list", "--bootstrap-servers", address, "--command-config", right)
                            .out())
                    .contains("MALFORMED");
            assertThat(DltTest.latchkey(
                                    "dlt",
                                    "redrive",
                                    "--bootstrap-servers",
                                    address,
                                    "--command-config",
                                    right,
                                    "--all",
                                    "--reason",
                                    "mended")
                            .last())
                    .isEqualTo("redrive: 1 redriven, 0 skipped, 0 failed");

            var refused = DltTest.latchkey("dlt", "list", "--bootstrap-servers", address, "--command-config", wrong);
            assertThat(refused.exit()).isEqualTo(2);
            assertThat(refused.err())
                    .contains(address, "SaslAuthenticationException", "--command-config")
                    .doesNotContain("wrong");

            var plain = DltTest.latchkey("dlt", "list", "--bootstrap-servers", address);
            assertThat(plain.exit()).isEqualTo(2);
            assertThat(plain.err()).contains("asks for TLS or SASL, --command-config");
        }
    }
}
