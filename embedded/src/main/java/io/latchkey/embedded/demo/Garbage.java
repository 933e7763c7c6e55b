package io.latchkey.embedded.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.latchkey.messaging.engine.DeadLetterReason;
import io.latchkey.schemas.topics.Topic;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** Records that nobody can read: set aside for operators, while the partition goes on. */
record Garbage(Stage stage, Person a) {

    private static final int NO_SUCH_SCHEMA = 2_000_000_000;

    void garbageIsSent() {
        stage.step("Something writes garbage to a topic");
        becomesDeadLetter(Topic.REGISTRATION_COMMANDS, "not a record".getBytes(UTF_8), DeadLetterReason.MALFORMED);
    }

    void anUnknownSchemaIsNamed() {
        stage.step("Something writes a record whose schema the registry does not know");
        var value = ByteBuffer.allocate(8).put((byte) 0).putInt(NO_SUCH_SCHEMA).array();
        becomesDeadLetter(Topic.VERIFICATION_COMMANDS, value, DeadLetterReason.UNKNOWN_SCHEMA_ID);
    }

    private void becomesDeadLetter(Topic topic, byte[] value, DeadLetterReason reason) {
        var place = stage.portal().sendBytes(topic, a.account().value(), value);
        var sentAt = System.nanoTime();
        stage.transcript().bytes(place, value.length);
        var letter = stage.portal()
                .journal()
                .await(
                        "a dead letter",
                        seen -> seen.isDeadLetter() && Arrays.equals(seen.raw().value(), value));
        stage.transcript().seen(letter, sentAt);
        stage.expect("the reason of the dead letter", reason.name(), letter.deadLetterReason());
        stage.expect(
                "the key of the dead letter",
                a.account().value(),
                new String(letter.raw().key(), UTF_8));
    }
}
