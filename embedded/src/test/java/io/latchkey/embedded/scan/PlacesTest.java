package io.latchkey.embedded.scan;

import static io.latchkey.embedded.scan.Haystack.Kind.COLLECTION;
import static io.latchkey.embedded.scan.Haystack.Kind.FILE;
import static io.latchkey.embedded.scan.Haystack.Kind.LOG;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.mongodb.client.MongoClients;
import io.latchkey.infrastructure.broker.EmbeddedBroker;
import io.latchkey.infrastructure.database.EmbeddedDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each kind of place, for real: what is planted there is found there. */
class PlacesTest {

    private final Canary canary = Canary.fresh();
    private final PlaintextScan scan = new PlaintextScan(List.of(canary.needle()));

    @TempDir
    Path directory;

    @Test
    void aCompressedRecordGivesItAwayInKeyValueAndHeader() throws Exception {
        try (var broker = EmbeddedBroker.ephemeral()) {
            var servers = broker.bootstrapServers();
            try (var admin = Admin.create(Map.<String, Object>of("bootstrap.servers", servers))) {
                admin.createTopics(List.of(new NewTopic("planted", 2, (short) 1), new NewTopic("empty", 2, (short) 1)))
                        .all()
                        .get();
            }
            canary.plantOn("planted", servers);
            assertThat(scan.of(TopicHaystacks.of(servers, _ -> true)))
                    .extracting(finding -> finding.place().replaceFirst("-[01]@0", ""), Finding::encoding)
                    .containsExactlyInAnyOrder(
                            tuple("planted key", Encoding.PLAIN),
                            tuple("planted value", Encoding.HEX),
                            tuple("planted canary", Encoding.BASE64));
            assertThat(scan.of(TopicHaystacks.of(servers, "empty"::equals))).isEmpty();
        }
    }

    @Test
    void aDocumentGivesItAwayThroughTheDriverAndInTheFilesOfTheDatabase() {
        try (var database = EmbeddedDatabase.start(directory.resolve("store.db"), 0);
                var client = MongoClients.create(database.uri())) {
            canary.plantIn("some", client);
            client.getDatabase("some").getCollection("numbers").insertOne(new Document("code", 739_104));

            assertThat(scan.of(CollectionHaystacks.of(database.uri(), "some"::equals)))
                    .contains(new Finding("canary", COLLECTION, "some.canary", Encoding.PLAIN));
            assertThat(scan.of(FileHaystacks.of(FILE, directory, _ -> true)))
                    .containsExactly(new Finding("canary", FILE, "store.db", Encoding.PLAIN));
            assertThat(new PlaintextScan(List.of(Needle.code("code", "739104")))
                            .of(CollectionHaystacks.of(database.uri(), _ -> true)))
                    .containsExactly(new Finding("code", COLLECTION, "some.numbers", Encoding.PLAIN));
        }
    }

    @Test
    void aLongFileGivesItAwayWhereverItIsCut() throws IOException {
        for (int before : new int[] {(1 << 20) - 4096, (1 << 20) - 20, 1 << 20, (1 << 21) - 8192}) {
            var noise = new byte[before];
            new Random(before).nextBytes(noise);
            var file = Files.write(directory.resolve("some.log"), noise);
            Files.writeString(file, canary.address() + "x".repeat(5000), java.nio.file.StandardOpenOption.APPEND);
            assertThat(scan.of(FileHaystacks.of(LOG, directory, _ -> true))).hasSize(1);
        }
    }

    @Test
    void aKindOfPlaceWithoutTheCanaryIsNamed() {
        var found =
                scan.of(Stream.of(new Haystack(LOG, "some.log", canary.address().getBytes(UTF_8))));
        assertThat(Canary.missedIn(EnumSet.of(LOG, FILE), found)).isEqualTo(Set.of(FILE));
    }
}
