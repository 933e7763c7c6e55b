package io.latchkey.bench.floor;

import io.latchkey.bench.work.Population;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.bson.Document;

/** Accounts as they are before an enrolment, in bulk and uncounted. */
record Preload(Documents registrations, Documents verifications, FieldKey key) {

    /** @param to excluded */
    void accounts(int from, int to) {
        var now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        for (int first = from; first < to; first += FloorSettings.PRELOADED_AT_ONCE) {
            int next = Math.min(to, first + FloorSettings.PRELOADED_AT_ONCE);
            insert(registrations, first, next, number -> registration(number, now));
            insert(verifications, first, next, number -> VerificationDocument.fresh(account(number), now));
        }
    }

    private static void insert(Documents documents, int from, int to, IntFunction<Document> fresh) {
        documents.insert(IntStream.range(from, to).mapToObj(fresh).toList());
    }

    private Document registration(int number, Instant now) {
        return FreshRegistration.of(account(number), Population.TENANT, key, now);
    }

    private static String account(int number) {
        return Population.account(number).value();
    }
}
