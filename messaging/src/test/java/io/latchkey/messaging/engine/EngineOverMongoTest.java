package io.latchkey.messaging.engine;

import static io.latchkey.messaging.engine.EngineFixture.complete;
import static io.latchkey.messaging.engine.EngineFixture.id;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.config.TinkConfig2026;
import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClients;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import io.latchkey.infrastructure.database.EmbeddedDatabase;
import io.latchkey.messaging.engine.Tally.Command;
import io.latchkey.messaging.mongo.MongoAccountKeys;
import io.latchkey.messaging.mongo.MongoStore;
import io.latchkey.messaging.mongo.TallyStates;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a batch costs the database, counted at the driver. */
class EngineOverMongoTest {

    private final List<String> commands = new ArrayList<>();
    private final EngineFixture fixture = new EngineFixture();

    @Test
    void aBatchTakesOneFindOneBulkWriteAndOneWatermarkAndAtMostOneFindAndOneWriteForAccountKeys() throws Exception {
        try (var database = EmbeddedDatabase.inMemory();
                var client = MongoClients.create(MongoClientSettings.builder()
                        .applyConnectionString(new ConnectionString(database.uri()))
                        .addCommandListener(new Recorder())
                        .build())) {
            var keys = new MongoAccountKeys(client.getDatabase("tally"), keyEncryptionKey());
            var engine = fixture.engine(
                    new MongoStore<>(client.getDatabase("tally"), "tallies", new TallyStates(true), keys));

            complete(engine, batch(1));
            assertThat(taken())
                    .containsExactly("find tallies", "insert account_keys", "update tallies", "update watermarks");

            complete(engine, batch(1001));
            assertThat(taken())
                    .containsExactly("find tallies", "find account_keys", "update tallies", "update watermarks");

            complete(engine, batch(1));
            assertThat(taken())
                    .as("a batch of repeats")
                    .containsExactly("find tallies", "find account_keys", "update watermarks");
        }
    }

    private List<InputRecord> batch(int firstCommand) {
        return IntStream.range(0, 100)
                .mapToObj(i -> fixture.log.command("user" + i % 40, id(firstCommand + i), new Command.AddLoudly(1)))
                .toList();
    }

    /** Since the last time it was asked; progress is read once, when an engine starts. */
    private List<String> taken() {
        var taken = commands.stream()
                .filter(command -> !command.equals("find watermarks"))
                .toList();
        commands.clear();
        return taken;
    }

    private static Aead keyEncryptionKey() throws Exception {
        return KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, TinkConfig2026.get())
                .getPrimitive(TinkConfig2026.get(), Aead.class);
    }

    private final class Recorder implements CommandListener {
        @Override
        public void commandStarted(CommandStartedEvent event) {
            var collection = event.getCommand().get(event.getCommandName());
            if (collection != null && collection.isString()) {
                commands.add(
                        event.getCommandName() + " " + collection.asString().getValue());
            }
        }
    }
}
