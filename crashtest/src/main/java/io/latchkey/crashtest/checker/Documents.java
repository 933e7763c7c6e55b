package io.latchkey.crashtest.checker;

import java.util.List;
import org.bson.Document;

/** The collections, whole. */
public record Documents(
        List<Document> registrations,
        List<Document> verifications,
        List<Document> counters,
        List<Document> underWay,
        List<Document> done) {

    public static final Documents NONE = new Documents(List.of(), List.of(), List.of(), List.of(), List.of());
}
