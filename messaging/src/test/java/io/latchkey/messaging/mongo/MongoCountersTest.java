package io.latchkey.messaging.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import io.latchkey.infrastructure.database.EmbeddedDatabase;
import io.latchkey.messaging.decision.Counter;
import io.latchkey.messaging.engine.Counters.Reservation;
import io.latchkey.messaging.engine.OutageException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Runs against the database named in {@code LATCHKEY_TEST_MONGODB_URI}, otherwise against the embedded one. */
class MongoCountersTest {

    /** Of this day: a database with a TTL would forget what is long ago. */
    private static final Instant NOON =
            Instant.now().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofHours(12));

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration SIXTH = HOUR.dividedBy(6);
    private static final Counter PHONE = new Counter("acme/00ff", HOUR);
    private static final Counter OTHER = new Counter("acme/00fe", HOUR);

    private static EmbeddedDatabase embedded;
    private static MongoClient client;

    private MongoDatabase database;
    private MongoCollection<Document> collection;
    private MongoCounters counters;

    @BeforeAll
    static void startDatabase() {
        embedded = EmbeddedDatabase.inMemory();
        var uri =
                Optional.ofNullable(System.getenv("LATCHKEY_TEST_MONGODB_URI")).orElse(embedded.uri());
        client = MongoClients.create(uri);
    }

    @AfterAll
    static void stopDatabase() {
        client.close();
        embedded.close();
    }

    @BeforeEach
    void aFreshDatabase() {
        database = client.getDatabase("counters" + UUID.randomUUID());
        collection = database.getCollection("send_counters");
        counters = new MongoCounters(collection);
    }

    @AfterEach
    void dropDatabase() {
        database.drop();
    }

    @Test
    void nothingReservedIsNothingWritten() {
        assertThat(counters.reserve(List.of())).isEmpty();
        assertThat(collection.countDocuments()).isZero();
    }

    @Test
    void aCountIncludesItselfAndThoseBeforeItInTheSameBatch() {
        assertThat(counters.reserve(List.of(at(PHONE, NOON), at(OTHER, NOON), at(PHONE, NOON.plusSeconds(1)))))
                .containsExactly(1L, 1L, 2L);
    }

    @Test
    void aCountGoesOnFromBatchToBatchAndFromInstanceToInstance() {
        counters.reserve(List.of(at(PHONE, NOON), at(PHONE, NOON)));

        assertThat(new MongoCounters(collection).reserve(List.of(at(PHONE, NOON))))
                .containsExactly(3L);
    }

    @Test
    void whatIsWithinTheWindowIsAlwaysCounted() {
        counters.reserve(List.of(at(PHONE, NOON)));

        assertThat(counters.reserve(List.of(at(PHONE, NOON.plus(HOUR))))).containsExactly(2L);
    }

    @Test
    void whatIsASixthOlderThanTheWindowIsNotCounted() {
        counters.reserve(List.of(at(PHONE, NOON)));

        assertThat(counters.reserve(List.of(at(PHONE, NOON.plus(HOUR).plus(SIXTH)))))
                .containsExactly(1L);
    }

    @Test
    void aLateRecordIsCountedWithinItsOwnWindow() {
        counters.reserve(List.of(at(PHONE, NOON.plus(SIXTH)), at(PHONE, NOON.plus(SIXTH))));

        assertThat(counters.reserve(List.of(at(PHONE, NOON)))).containsExactly(1L);
    }

    @Test
    void countersOfOneIdWithAnotherWindowAreOthers() {
        counters.reserve(List.of(at(PHONE, NOON)));

        assertThat(counters.reserve(List.of(at(new Counter(PHONE.id(), Duration.ofDays(1)), NOON))))
                .containsExactly(1L);
    }

    @Test
    void aBatchIsOneBulkOfAtMostOneIncrementPerSixth() {
        counters.reserve(List.of(at(PHONE, NOON), at(PHONE, NOON.plusSeconds(1)), at(PHONE, NOON.plus(SIXTH))));

        assertThat(collection
                        .find()
                        .map(document -> document.get("count", Number.class).longValue())
                        .into(new ArrayList<>()))
                .containsExactlyInAnyOrder(2L, 1L);
    }

    @Test
    void whatHasLeftEveryWindowIsForgottenAfterADay() {
        counters.reserve(List.of(at(PHONE, NOON)));
        counters.reserve(List.of(at(OTHER, NOON.plus(HOUR))));
        counters.reserve(List.of(at(OTHER, NOON.plus(Duration.ofDays(2)))));

        assertThat(collection.countDocuments()).isEqualTo(1);
    }

    @Test
    void aDatabaseThatDoesNotAnswerIsAnOutage() {
        try (var gone = MongoClients.create("mongodb://127.0.0.1:1/?serverSelectionTimeoutMS=50")) {
            var unreachable = new MongoCounters(gone.getDatabase("counters").getCollection("send_counters"));
            assertThatExceptionOfType(OutageException.class)
                    .isThrownBy(() -> unreachable.reserve(List.of(at(PHONE, NOON))))
                    .withMessageNotContaining(PHONE.id());
        }
    }

    private static Reservation at(Counter counter, Instant at) {
        return new Reservation(counter, at);
    }
}
