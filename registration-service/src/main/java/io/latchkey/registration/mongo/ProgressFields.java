package io.latchkey.registration.mongo;

import static java.util.Objects.requireNonNull;

import io.latchkey.registration.method.Progress;
import java.util.Date;
import org.bson.Document;

/** What happened to an account beside its methods. */
final class ProgressFields {

    private ProgressFields() {}

    static Document encode(Progress progress) {
        return new Document("completedAt", Dates.date(progress.completedAt()))
                .append("reregisterSince", Dates.date(progress.reregisterSince()))
                .append("lockedUntil", Dates.date(progress.lockedUntil()))
                .append("contacts", progress.contacts().stream().map(Date::from).toList())
                .append("announced", Dates.date(progress.announced()));
    }

    static Progress decode(Document progress) {
        return new Progress(
                Dates.instant(progress, "completedAt"),
                Dates.instant(progress, "reregisterSince"),
                Dates.instant(progress, "lockedUntil"),
                requireNonNull(progress.getList("contacts", Date.class)).stream()
                        .map(Date::toInstant)
                        .toList(),
                Dates.instant(progress, "announced"));
    }
}
