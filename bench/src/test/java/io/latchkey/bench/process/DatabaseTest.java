package io.latchkey.bench.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.mongodb.client.MongoClients;
import io.latchkey.bench.process.Database.External;
import io.latchkey.infrastructure.Ports;
import io.latchkey.infrastructure.database.EmbeddedDatabase;
import io.latchkey.infrastructure.process.CannotRun;
import java.util.OptionalLong;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseTest {

    private static final String PASSWORD = "open-sesame";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "open-sesame",
                "localhost:27017",
                "http://me:open-sesame@127.0.0.1",
                "mongodb://me:open-sesame@",
                "mongodb://me:open-sesame@127.0.0.1:port",
                "mongodb://me:open@sesame:open-sesame@127.0.0.1"
            })
    void aMalformedAddressIsToldWithoutIt(String uri) {
        assertThatExceptionOfType(CannotRun.class)
                .isThrownBy(() -> External.checked(uri, null))
                .withMessage("--mongodb must be a URI such as mongodb://127.0.0.1:27017");
    }

    @Test
    void anAddressHasNoDatabase() {
        assertThatExceptionOfType(CannotRun.class)
                .isThrownBy(() -> External.checked("mongodb://127.0.0.1/registration", null))
                .withMessageContaining("without a database's name");
    }

    @Test
    void whereNobodyAnswersThatIsToldWithoutThePassword() {
        int nobody = Ports.orFree(0);

        assertThatExceptionOfType(CannotRun.class)
                .isThrownBy(() -> External.checked("mongodb://me:" + PASSWORD + "@127.0.0.1:" + nobody, null))
                .withMessageContaining("no MongoDB answers at 127.0.0.1:" + nobody)
                .withMessageNotContaining(PASSWORD);
    }

    @Test
    void aProcessThatIsNotThereIsTold() throws Exception {
        var gone = new ProcessBuilder("true").start();
        gone.waitFor();

        assertThatExceptionOfType(CannotRun.class)
                .isThrownBy(() -> External.checked("mongodb://127.0.0.1", gone.pid()))
                .withMessage("there is no process " + gone.pid() + " (--mongodb-pid)");
    }

    @Test
    void whatSomebodyHasIsNotWrittenTo() {
        try (var server = EmbeddedDatabase.inMemory();
                var client = MongoClients.create(server.uri())) {
            client.getDatabase("registration").getCollection("registrations").insertOne(new Document());

            assertThatExceptionOfType(CannotRun.class)
                    .isThrownBy(() -> External.checked(server.uri(), null))
                    .withMessageContaining("has the databases registration already");
        }
    }

    @Test
    void whatARunMadeIsDroppedAndNothingElse() {
        try (var server = EmbeddedDatabase.inMemory();
                var client = MongoClients.create(server.uri())) {
            client.getDatabase("theirs").getCollection("things").insertOne(new Document());
            var database = External.checked(server.uri(), null);
            client.getDatabase("registration").getCollection("registrations").insertOne(new Document());
            client.getDatabase("floor-notification")
                    .getCollection("notifications")
                    .insertOne(new Document());

            database.drop();

            assertThat(client.listDatabaseNames())
                    .contains("theirs")
                    .doesNotContain("registration", "floor-notification");
        }
    }

    @Test
    void whetherItsProcessorTimeIsCountedIsTold() {
        var uri = "mongodb://me:" + PASSWORD + "@127.0.0.1";

        assertThat(new External(uri, OptionalLong.empty()).description()).contains("not counted");
        assertThat(new External(uri, OptionalLong.of(1)).description()).doesNotContain("not counted");
        assertThat(new External(uri, OptionalLong.of(1)).toString()).doesNotContain(PASSWORD);
    }
}
