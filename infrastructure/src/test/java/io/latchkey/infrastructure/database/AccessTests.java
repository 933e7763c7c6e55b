package io.latchkey.infrastructure.database;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.elemMatch;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;
import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import io.netty.buffer.Unpooled;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;
import org.bson.conversions.Bson;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the services ask again and again reads no more than it has to, in the order that is wanted. */
class AccessTests {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final MVStore store = MVStore.open(null);
    private final OrderedKeys ids = keys("documents", "_id");
    private final OrderedKeys ticks = keys("ticks", "tickAt", "_id", "_id");
    private final OrderedKeys judged = keys("judged", "tenant", "judgedBy", "_id");
    private final OrderedKeys lanes = keys("lanes", "lane", "dueAt", "_id");

    private OrderedKeys keys(String map, String... fields) {
        return new OrderedKeys(List.of(fields), Maps.open(store, map));
    }

    private void put(OrderedKeys keys, @Nullable Object... key) {
        keys.map().put(new KeyValue(key), new byte[0]);
    }

    private Optional<Access> best(Bson filter, Bson order) {
        return Access.best(Stream.of(ids, ticks, judged, lanes), document(filter), document(order));
    }

    private static Document document(Bson bson) {
        var raw = new RawBsonDocument(bson.toBsonDocument(), new BsonDocumentCodec());
        return BsonDecoder.decodeBson(Unpooled.wrappedBuffer(raw.getByteBuffer().asNIO()));
    }

    private static List<Object> ids(Optional<Access> access) {
        return access.orElseThrow().positions().map(position -> position.get(0)).toList();
    }

    private static Bson ascending(String... fields) {
        var order = new org.bson.Document();
        Stream.of(fields).forEach(field -> order.append(field, 1));
        return order;
    }

    private static final Bson ANY = new org.bson.Document();

    @Test
    void aCompareAndSetLooksAtOneDocument() {
        List.of("a", "b", "c").forEach(id -> put(ids, id));

        assertThat(ids(best(and(eq("_id", "b"), eq("version", 3)), ANY))).containsExactly("b");
        assertThat(ids(best(and(eq("_id", "b"), or(eq("holder", "x"), lte("until", new Date()))), ANY)))
                .containsExactly("b");
        assertThat(ids(best(and(in("_id", "c", "x", "a"), eq("lane", "sms")), ANY)))
                .containsExactly("a", "c");
    }

    @Test
    void whatIsDueIsReadInOrderAndNothingElse() {
        for (int day = 0; day < 4; day++) {
            put(ticks, NOON.plusSeconds(86_400L * day), "id" + day, "id" + day);
        }
        put(ticks, null, "never", "never");

        var due = best(lte("tickAt", Date.from(NOON.plusSeconds(86_400))), ascending("tickAt", "_id"));

        assertThat(ids(due)).containsExactly("id0", "id1");
        assertThat(due)
                .hasValueSatisfying(access -> assertThat(access.inOrder()).isTrue());
    }

    @Test
    void thePageAfterAnotherBeginsWhereThatEnded() {
        for (int i = 0; i < 9; i++) {
            put(ticks, NOON.plusSeconds(i), "id" + i, "id" + i);
        }
        var last = Date.from(NOON.plusSeconds(4));
        var after = or(gt("tickAt", last), and(eq("tickAt", last), gt("_id", "id4")));

        var page = best(and(lte("tickAt", Date.from(NOON.plusSeconds(6))), after), ascending("tickAt", "_id"));

        assertThat(ids(page)).containsExactly("id4", "id5", "id6");
    }

    @Test
    void whatAnOlderPolicyJudgedIsFoundByItsTenant() {
        put(judged, "acme", 1L, "a1");
        put(judged, "acme", 2L, "a2");
        put(judged, "acme", null, "unjudged");
        put(judged, "other", 1L, "o1");

        assertThat(ids(best(and(eq("tenant", "acme"), lt("judgedBy", 2L)), ANY)))
                .containsExactly("a1", "a2");
    }

    @Test
    void aLaneIsReadFromItsEldestOn() {
        put(lanes, "sms", NOON, "first");
        put(lanes, "sms", NOON.plusSeconds(1), "second");
        put(lanes, "sms", NOON.plusSeconds(2), "later");
        put(lanes, "email", NOON, "other");

        var due = best(and(eq("lane", "sms"), lte("dueAt", Date.from(NOON.plusSeconds(1)))), ascending("dueAt"));

        assertThat(ids(due)).containsExactly("first", "second");
        assertThat(due)
                .hasValueSatisfying(access -> assertThat(access.inOrder()).isTrue());
    }

    @Test
    void aTenantsPageIsARangeOfIds() {
        List.of("acme/a", "acme/b", "acme/c", "acme0", "zeta/a").forEach(id -> put(ids, id));

        var page = best(and(gt("_id", "acme/a"), lt("_id", "acme0"), gte("judgedBy", 0L)), ascending("_id"));

        assertThat(ids(page)).containsExactly("acme/a", "acme/b", "acme/c", "acme0");
        assertThat(page)
                .hasValueSatisfying(access -> assertThat(access.inOrder()).isTrue());
    }

    @Test
    void aPageReadsNoMoreThanItself(@TempDir Path directory) {
        var file = directory.resolve("data.mv");
        try (MVStore written = StoreFile.open(file)) {
            var map = Maps.open(written, "documents");
            IntStream.range(0, 20_000).forEach(i -> map.put(new KeyValue("id%05d".formatted(i)), new byte[100]));
            written.commit();
        }
        try (MVStore read = StoreFile.open(file)) {
            var keys = new OrderedKeys(List.of("_id"), Maps.open(read, "documents"));
            long before = read.getFileStore().getReadCount();

            var page = Access.best(Stream.of(keys), document(gt("_id", "id00100")), document(ascending("_id")));

            assertThat(page.orElseThrow().positions().limit(50)).hasSize(50);
            assertThat(read.getFileStore().getReadCount() - before).isLessThan(20);
        }
    }

    @Test
    void alternativesOfSeveralTypesAreNoRange() {
        assertThat(best(or(in("_id", "a", 3), gte("_id", 1)), ANY)).isEmpty();
        assertThat(best(or(gt("_id", "a"), gte("_id", 1)), ANY)).isEmpty();
    }

    @Test
    void whatHasNoPlaceInTheOrderIsLookedAtToo() {
        put(lanes, "sms", NOON, "first");
        put(lanes, MaxKey.getInstance(), "withAList");

        var due = best(eq("lane", "sms"), ascending("dueAt"));

        assertThat(ids(due)).containsExactly("first", "withAList");
        assertThat(due)
                .hasValueSatisfying(access -> assertThat(access.inOrder()).isFalse());
    }

    @Test
    void whatNoIndexBeginsWithReadsEverything() {
        assertThat(best(elemMatch("pending", eq("partition", "p")), ANY)).isEmpty();
        assertThat(best(lte("dueAt", new Date()), ANY)).isEmpty();
        assertThat(best(or(eq("_id", "a"), eq("version", 1)), ANY)).isEmpty();
        assertThat(best(ANY, new org.bson.Document("_id", -1))).isEmpty();
    }
}
