package io.latchkey.registration.mongo;

import java.time.Instant;
import java.util.Date;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Instants of documents; absent ones are null. */
final class Dates {

    private Dates() {}

    static @Nullable Date date(@Nullable Instant at) {
        return at == null ? null : Date.from(at);
    }

    static @Nullable Instant instant(Document document, String field) {
        var date = document.getDate(field);
        return date == null ? null : date.toInstant();
    }
}
