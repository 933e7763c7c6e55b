package io.latchkey.crashtest.checker;

import static java.util.stream.Collectors.toCollection;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.bson.Document;

/**
 * What must be the same after everything was read again.
 *
 * @param documents by collection and id, without what counts reading and writing only: {@code version}, {@code positions},
 *     and {@code pending}, which holds delivered outcomes until a document's next write
 * @param events the distinct ids on every topic
 * @param calls how often the provider was asked
 */
public record Snapshot(Map<String, String> documents, Set<String> events, long calls) {

    private static final List<String> BOOKKEEPING = List.of("version", "positions", "pending");

    public static Snapshot of(Documents documents, List<Entry> log, long calls) {
        var all = new TreeMap<String, String>();
        add("registrations", documents.registrations(), all);
        add("verifications", documents.verifications(), all);
        add("send_counters", documents.counters(), all);
        add("notifications", documents.underWay(), all);
        add("notifications_done", documents.done(), all);
        return new Snapshot(all, events(log), calls);
    }

    private static void add(String collection, List<Document> documents, Map<String, String> all) {
        for (var document : documents) {
            var kept = new Document(document);
            BOOKKEEPING.forEach(kept::remove);
            all.put(collection + " " + document.get("_id"), kept.toJson());
        }
    }

    /** Dead letters by their own ids; ticks are left out, which lead to nothing. */
    private static Set<String> events(List<Entry> log) {
        return log.stream()
                .filter(entry -> !entry.topic().equals(Topics.TICKS))
                .map(Snapshot::id)
                .collect(toCollection(TreeSet::new));
    }

    private static String id(Entry entry) {
        var letter = entry.headers().get("latchkey-dead-letter-id");
        return entry.topic() + " "
                + (letter != null ? letter : entry.isEvent() ? entry.eventId() : entry.key() + entry.value());
    }

    /**
     * What is different afterwards.
     *
     * @param caughtUp whether everything was read again by then
     */
    public Finding compare(Snapshot after, boolean caughtUp) {
        var violations = new ArrayList<Violation>();
        if (!caughtUp) {
            violations.add(Violation.of("the services did not come to the end when they read everything again"));
        }
        if (after.calls() != calls) {
            violations.add(
                    Violation.doubled((after.calls() - calls) + " provider calls while everything was read again"));
        }
        documents.forEach((id, before) -> {
            if (!Objects.equals(before, after.documents().get(id))) {
                violations.add(Violation.of(id + " has changed while everything was read again"));
            }
        });
        after.documents().keySet().stream()
                .filter(id -> !documents.containsKey(id))
                .forEach(id -> violations.add(Violation.of(id + " was made while everything was read again")));
        after.events().stream()
                .filter(id -> !events.contains(id))
                .forEach(id -> violations.add(Violation.doubled(id + " was told while everything was read again")));
        return new Finding("-  reading all of it again changes nothing", documents.size(), violations);
    }
}
