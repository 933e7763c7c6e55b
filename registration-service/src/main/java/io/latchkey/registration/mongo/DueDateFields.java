package io.latchkey.registration.mongo;

import io.latchkey.registration.method.DueDate;
import java.time.Duration;
import java.util.Date;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** When an account is due. {@code announced} is for people who look at it. */
final class DueDateFields {

    private DueDateFields() {}

    static @Nullable Document encode(@Nullable DueDate due) {
        return due == null
                ? null
                : new Document("at", Date.from(due.at()))
                        .append("since", Date.from(due.since()))
                        .append("afterMillis", due.after().toMillis())
                        .append("announced", due.announced())
                        .append("reminders", due.reminders())
                        .append("next", Dates.date(due.next()));
    }

    static @Nullable DueDate decode(@Nullable Document due) {
        return due == null
                ? null
                : new DueDate(
                        due.getDate("at").toInstant(),
                        due.getDate("since").toInstant(),
                        Duration.ofMillis(due.getLong("afterMillis")),
                        due.getInteger("reminders"),
                        Dates.instant(due, "next"));
    }
}
