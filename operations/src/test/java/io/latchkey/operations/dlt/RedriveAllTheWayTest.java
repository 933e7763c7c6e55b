package io.latchkey.operations.dlt;

import static io.latchkey.schemas.topics.Topic.REGISTRATION_COMMANDS;
import static io.latchkey.schemas.topics.Topic.REGISTRATION_EVENTS;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClients;
import io.latchkey.infrastructure.database.EmbeddedDatabase;
import io.latchkey.messaging.engine.OutputRecord;
import io.latchkey.schemas.topics.Party;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a fault in a service over its dead letter and an operator's command to the one reply, on broker and database. */
class RedriveAllTheWayTest extends DltTest {

    @TempDir
    private Path directory = Path.of("");

    private final List<Echo> services = new ArrayList<>();
    private EmbeddedDatabase database;

    @BeforeEach
    void startDatabase() {
        database = EmbeddedDatabase.start(directory.resolve("database"), 0);
    }

    @AfterEach
    void stop() {
        services.forEach(Echo::close);
        database.close();
    }

    private void starts(boolean mended) {
        services.add(new Echo(topics, settings, MongoClients.create(database.uri()), mended));
    }

    private void stops() {
        services.removeLast().close();
    }

    private void command(UUID id, String word) {
        produce(new OutputRecord(
                topics.name(REGISTRATION_COMMANDS),
                "acme/ann".getBytes(UTF_8),
                (id + " " + word).getBytes(UTF_8),
                List.of()));
    }

    private List<String> replies() {
        return records(topics.name(REGISTRATION_EVENTS)).stream()
                .map(record -> new String(record.value(), UTF_8))
                .toList();
    }

    private int deadLetters() {
        return records(REGISTRATION_COMMANDS.deadLetters(topics.prefix())).size();
    }

    private void awaitReplies(int number) {
        await().atMost(Duration.ofSeconds(60)).until(() -> replies().size() >= number);
    }

    private void awaitDeadLetters(int number) {
        await().atMost(Duration.ofSeconds(60)).until(() -> deadLetters() >= number);
    }

    /** All that was redriven is read. */
    private void awaitRedriven(int number) {
        var service = services.getLast();
        await().atMost(Duration.ofSeconds(60))
                .until(() -> service.delivered(topics.redrive(Party.REGISTRATION)) >= number);
    }

    @Test
    void aPoisonedDecisionMendedAndRedrivenEndsInItsOneReply() {
        var poisoned = UUID.randomUUID();
        var harmless = UUID.randomUUID();
        starts(false);
        command(poisoned, "poison");
        command(harmless, "hello");
        awaitReplies(1);
        awaitDeadLetters(1);

        assertThat(dlt("redrive", "--all", "--reason", "not mended yet").exit()).isZero();
        awaitDeadLetters(2);
        assertThat(dlt("list").out()).containsPattern("registration +DECISION_FAILED +2 +1 +1 ");
        stops();

        starts(true);
        assertThat(dlt("redrive", "--all", "--reason", "mended in 1.2").last())
                .isEqualTo("redrive: 1 redriven, 1 skipped, 0 failed");
        awaitReplies(2);
        assertThat(dlt("redrive", "--all", "--again", "--reason", "to be sure").last())
                .isEqualTo("redrive: 2 redriven, 0 skipped, 0 failed");
        command(poisoned, "poison");
        command(UUID.randomUUID(), "bye");
        awaitReplies(3);
        awaitRedriven(4);

        assertThat(replies().stream().map(reply -> reply.split(" ", -1)[0]))
                .containsOnlyOnce(poisoned.toString(), harmless.toString())
                .hasSize(3);
        assertThat(replies()).contains(poisoned + " 2 poison after hello");
        assertThat(deadLetters()).isEqualTo(2);
    }

    @Test
    void whatCouldNotBeReadIsAnsweredOnceTheServiceCanReadIt() {
        var id = UUID.randomUUID();
        starts(false);
        command(id, "unreadable");
        awaitDeadLetters(1);
        stops();

        starts(true);
        dlt("redrive", "--reason", "new version", "--dead-letter-reason", "READING_FAILED");
        awaitReplies(1);
        dlt("redrive", "--reason", "to be sure", "--all", "--again");
        awaitRedriven(2);

        assertThat(replies()).containsExactly(id + " 1 unreadable");
    }
}
