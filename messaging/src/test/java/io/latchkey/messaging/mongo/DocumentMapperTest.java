package io.latchkey.messaging.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoClientSettings;
import io.latchkey.messaging.engine.AggregateDocument;
import io.latchkey.messaging.engine.AggregateDocument.Fate;
import io.latchkey.messaging.engine.AggregateDocument.Recent;
import io.latchkey.messaging.engine.AggregateDocument.Seen;
import io.latchkey.messaging.engine.Header;
import io.latchkey.messaging.engine.StoreContract;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.bson.BsonDocument;
import org.bson.Document;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.DocumentCodec;
import org.bson.types.Binary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocumentMapperTest {

    private static final Instant EPOCH = Instant.parse("2026-01-01T00:00:00Z");
    private final DocumentMapper<Long> mapper = new DocumentMapper<>(new TallyStates(false));

    @Test
    void aDocumentThatWasWrittenBeforeThereWereRedrivesIsRead() {
        var seen = new Seen(EPOCH, 3, Set.of(2L), Set.of());
        var written = mapper.write(
                new AggregateDocument<>(
                        "acme/ann",
                        1,
                        EPOCH,
                        EPOCH,
                        7L,
                        1,
                        Map.of(),
                        List.of(),
                        Map.of(),
                        Map.of("topic", seen),
                        List.of(used(1, Fate.FAILED), used(2, Fate.DECIDED)),
                        null),
                null);
        written.getList("seen", Document.class).forEach(entry -> entry.remove("skipped"));
        written.getList("recent", Document.class).forEach(entry -> entry.remove("redriven"));

        var read = mapper.read(stored(written), null);

        assertThat(read.seen()).containsEntry("topic", seen);
        assertThat(read.recent()).extracting(Recent::fate).containsExactly(Fate.FAILED, Fate.DECIDED);
    }

    @Test
    void headersThatWereWrittenOneByOneAreRead() {
        var headers = List.of(Header.of("ce_id", "1"), Header.of("content-type", "application/avro"));
        var written = mapper.write(StoreContract.document("acme/ann", 1, 7L), null);
        written.put(
                "pending",
                List.of(new Document("id", UUID.randomUUID().toString())
                        .append("partition", "topic-0")
                        .append("offset", 1L)
                        .append("topic", "events")
                        .append("key", new Binary(new byte[] {1}))
                        .append("value", new Binary(new byte[] {2}))
                        .append(
                                "headers",
                                headers.stream()
                                        .map(header -> new Document("name", header.name())
                                                .append("value", new Binary(header.value())))
                                        .toList())));

        assertThat(mapper.read(stored(written), null)
                        .pending()
                        .getFirst()
                        .output()
                        .headers())
                .usingRecursiveComparison()
                .isEqualTo(headers);
    }

    @ParameterizedTest
    @CsvSource({"true, 1", "false, 0"})
    void aTombstoneThatWasWrittenBeforeGenerationsWereKeptIsRead(boolean existed, long generation) {
        var written = mapper.write(StoreContract.document("acme/ann", 1, null), null);
        written.remove("generation");
        written.append("existed", existed);

        assertThat(mapper.read(stored(written), null).generation()).isEqualTo(generation);
    }

    private static Recent used(int number, Fate fate) {
        return new Recent(new UUID(1, number), new byte[] {1}, EPOCH, true, fate);
    }

    /** As a database gives it back. */
    private static Document stored(Document document) {
        var bytes = document.toBsonDocument(BsonDocument.class, MongoClientSettings.getDefaultCodecRegistry());
        return new DocumentCodec()
                .decode(bytes.asBsonReader(), DecoderContext.builder().build());
    }
}
