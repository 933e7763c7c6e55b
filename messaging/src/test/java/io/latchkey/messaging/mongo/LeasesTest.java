package io.latchkey.messaging.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.latchkey.infrastructure.database.EmbeddedDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LeasesTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final UUID ONE = new UUID(0, 1);
    private static final UUID OTHER = new UUID(0, 2);

    private final EmbeddedDatabase database = EmbeddedDatabase.inMemory();
    private final MongoClient client = MongoClients.create(database.uri());
    private final Leases leases = new Leases(client.getDatabase("leases"));

    @AfterEach
    void close() {
        client.close();
        database.close();
    }

    @Test
    void oneAtATimeHoldsIt() {
        assertThat(take(ONE, NOON)).isTrue();
        assertThat(take(OTHER, NOON.plusSeconds(59))).isFalse();
    }

    @Test
    void itsHolderRenewsIt() {
        take(ONE, NOON);
        assertThat(take(ONE, NOON.plusSeconds(30))).isTrue();
        assertThat(take(OTHER, NOON.plusSeconds(61))).isFalse();
    }

    @Test
    void anotherTakesItWhenItsTimeIsOver() {
        take(ONE, NOON);
        assertThat(take(OTHER, NOON.plus(MINUTE))).isTrue();
        assertThat(take(ONE, NOON.plus(MINUTE))).isFalse();
    }

    @Test
    void leasesOfDifferentNamesAreIndependent() {
        take(ONE, NOON);
        assertThat(leases.take("another", OTHER, NOON, MINUTE)).isTrue();
    }

    private boolean take(UUID holder, Instant now) {
        return leases.take("scan", holder, now, MINUTE);
    }
}
