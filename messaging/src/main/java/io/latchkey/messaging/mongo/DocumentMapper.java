package io.latchkey.messaging.mongo;

import io.latchkey.messaging.decision.AggregateKey;
import io.latchkey.messaging.engine.AggregateDocument;
import io.latchkey.messaging.engine.AggregateDocument.Fate;
import io.latchkey.messaging.engine.AggregateDocument.Pending;
import io.latchkey.messaging.engine.AggregateDocument.Recent;
import io.latchkey.messaging.engine.AggregateDocument.Seen;
import io.latchkey.messaging.engine.Header;
import io.latchkey.messaging.engine.OutputRecord;
import io.latchkey.messaging.mongo.KeyRing.AccountKey;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/**
 * Between the engine's document and BSON. Names of topics are values, never field names, since they hold dots; ids are
 * strings, so that an operator can search for them in any client.
 */
final class DocumentMapper<S> {

    static final String ID = "_id";
    static final String VERSION = "version";
    static final String ACCOUNT_KEY = "accountKey";
    static final String PENDING = "pending";

    private static final String HEADERS = "headers";
    private static final String STATE = "state";

    private final StateCodec<S> codec;

    DocumentMapper(StateCodec<S> codec) {
        this.codec = codec;
    }

    Document write(AggregateDocument<S> aggregate, @Nullable AccountKey key) {
        var document = new Document(ID, aggregate.key())
                .append(VERSION, aggregate.version())
                .append("epoch", Date.from(aggregate.epoch()))
                .append("touched", Date.from(aggregate.touched()))
                .append(KeyRing.GENERATION, aggregate.generation())
                .append("positions", new Document(new HashMap<>(aggregate.positions())))
                .append("sequences", sequences(aggregate.sequences()))
                .append("seen", seen(aggregate.seen()))
                .append("recent", list(aggregate.recent(), DocumentMapper::recent))
                .append(PENDING, list(aggregate.pending(), DocumentMapper::pending));
        if (key != null) {
            document.append(ACCOUNT_KEY, KeyRing.describe(key));
        }
        if (aggregate.state() != null) {
            document.append(STATE, codec.encode(aggregate.state(), cipher(key)));
            document.putAll(codec.queryable(AggregateKey.parse(aggregate.key()), aggregate.state()));
        }
        return document;
    }

    AggregateDocument<S> read(Document document, @Nullable AccountKey key) {
        var state = document.get(STATE, Document.class);
        return new AggregateDocument<>(
                document.getString(ID),
                document.getLong(VERSION),
                instant(document, "epoch"),
                touched(document),
                state == null ? null : codec.decode(state, cipher(key)),
                generation(document, key),
                longs(document.get("positions", Document.class)),
                pending(document),
                readSequences(document),
                readSeen(document),
                map(document, "recent", DocumentMapper::readRecent),
                key);
    }

    /** Of a document that was written before it was kept, as far as it can be known. */
    private static long generation(Document document, @Nullable AccountKey key) {
        long existed = document.getBoolean("existed", document.containsKey(STATE)) ? 1 : 0;
        return document.get(KeyRing.GENERATION, key == null ? existed : key.generation());
    }

    private static Instant touched(Document document) {
        return document.containsKey("touched") ? instant(document, "touched") : lastKnown(document);
    }

    /** Of a document that was written before it was kept. */
    private static Instant lastKnown(Document document) {
        return Stream.concat(
                        Stream.of(instant(document, "epoch")),
                        map(document, "recent", DocumentMapper::readRecent).stream()
                                .map(Recent::at))
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    static List<Pending> pending(Document document) {
        return map(document, PENDING, DocumentMapper::readPending);
    }

    private static FieldCipher cipher(@Nullable AccountKey key) {
        return key == null ? FieldCipher.none() : key.cipher();
    }

    private static Document pending(Pending pending) {
        var output = pending.output();
        var document = new Document("id", pending.id().toString())
                .append("partition", pending.partition())
                .append("offset", pending.offset())
                .append("topic", output.topic())
                .append("key", output.key())
                .append("value", output.value())
                .append(HEADERS, HeaderBytes.of(output.headers()));
        return pending.destroys() == null ? document : document.append("destroys", pending.destroys());
    }

    private static Pending readPending(Document document) {
        return new Pending(
                UUID.fromString(document.getString("id")),
                document.getString("partition"),
                document.getLong("offset"),
                new OutputRecord(
                        document.getString("topic"),
                        bytes(document, "key"),
                        bytes(document, "value"),
                        headers(document)),
                document.getString("destroys"));
    }

    private static List<Header> headers(Document document) {
        return document.get(HEADERS) instanceof Binary bytes
                ? HeaderBytes.read(bytes.getData())
                : map(document, HEADERS, DocumentMapper::readHeader);
    }

    /** As they were written one by one. */
    private static Header readHeader(Document document) {
        return new Header(
                document.getString("name"), document.get("value", Binary.class).getData());
    }

    private static Document recent(Recent recent) {
        return new Document("id", recent.commandId().toString())
                .append("content", recent.content())
                .append("at", Date.from(recent.at()))
                .append("portal", recent.portal())
                .append("failed", recent.fate() == Fate.FAILED)
                .append("redriven", recent.fate() == Fate.REDRIVEN);
    }

    private static Recent readRecent(Document document) {
        return new Recent(
                UUID.fromString(document.getString("id")),
                document.get("content", Binary.class).getData(),
                instant(document, "at"),
                document.getBoolean("portal"),
                fate(document));
    }

    private static Fate fate(Document document) {
        if (document.getBoolean("failed")) {
            return Fate.FAILED;
        }
        return document.getBoolean("redriven", false) ? Fate.REDRIVEN : Fate.DECIDED;
    }

    private static List<Document> sequences(Map<String, Long> sequences) {
        return list(
                List.copyOf(sequences.entrySet()),
                entry -> new Document("topic", entry.getKey()).append("sequence", entry.getValue()));
    }

    private static Map<String, Long> readSequences(Document document) {
        var sequences = new HashMap<String, Long>();
        document.getList("sequences", Document.class, List.of())
                .forEach(entry -> sequences.put(entry.getString("topic"), entry.getLong("sequence")));
        return sequences;
    }

    private static List<Document> seen(Map<String, Seen> seen) {
        return list(
                List.copyOf(seen.entrySet()),
                entry -> new Document("topic", entry.getKey())
                        .append("epoch", Date.from(entry.getValue().epoch()))
                        .append("sequence", entry.getValue().sequence())
                        .append("failed", List.copyOf(entry.getValue().failed()))
                        .append("skipped", List.copyOf(entry.getValue().skipped())));
    }

    private static Map<String, Seen> readSeen(Document document) {
        var seen = new HashMap<String, Seen>();
        document.getList("seen", Document.class, List.of())
                .forEach(entry -> seen.put(
                        entry.getString("topic"),
                        new Seen(
                                instant(entry, "epoch"),
                                entry.getLong("sequence"),
                                sequences(entry, "failed"),
                                sequences(entry, "skipped"))));
        return seen;
    }

    private static Set<Long> sequences(Document entry, String field) {
        return new HashSet<>(entry.getList(field, Long.class, List.of()));
    }

    private static Map<String, Long> longs(Document document) {
        var longs = new HashMap<String, Long>();
        document.forEach((name, value) -> longs.put(name, ((Number) value).longValue()));
        return longs;
    }

    private static Instant instant(Document document, String field) {
        return document.getDate(field).toInstant();
    }

    private static byte @Nullable [] bytes(Document document, String field) {
        var binary = document.get(field, Binary.class);
        return binary == null ? null : binary.getData();
    }

    private static <T> List<Document> list(List<T> values, Function<T, Document> write) {
        return values.stream().map(write).toList();
    }

    private static <T> List<T> map(Document document, String field, Function<Document, T> read) {
        return document.getList(field, Document.class, List.of()).stream()
                .map(read)
                .toList();
    }
}
