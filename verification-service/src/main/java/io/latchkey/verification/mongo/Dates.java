package io.latchkey.verification.mongo;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bson.Document;

final class Dates {

    private Dates() {}

    static List<Date> of(List<Instant> instants) {
        return instants.stream().map(Date::from).toList();
    }

    static List<Instant> instants(Document document, String field) {
        return document.getList(field, Date.class).stream().map(Date::toInstant).toList();
    }
}
