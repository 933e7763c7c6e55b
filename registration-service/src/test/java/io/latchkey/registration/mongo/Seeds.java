package io.latchkey.registration.mongo;

import com.mongodb.client.MongoDatabase;
import io.latchkey.messaging.decision.AggregateKey;
import io.latchkey.messaging.engine.AggregateDocument;
import io.latchkey.messaging.mongo.MongoAccountKeys;
import io.latchkey.messaging.mongo.MongoStore;
import io.latchkey.messaging.secrets.Secrets;
import io.latchkey.registration.aggregate.State;
import io.latchkey.registration.method.Registration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes accounts as the engine does. */
public final class Seeds {

    public static final Instant EPOCH = Instant.parse("2026-01-01T00:00:00Z");

    private final MongoStore<State> store;
    private final Map<String, Long> versions = new HashMap<>();

    public Seeds(MongoDatabase database, Secrets secrets) {
        var keys = new MongoAccountKeys(database, secrets.aead("account-kek"));
        store = new MongoStore<>(database, "registrations", new AggregateCodec(), keys);
    }

    public void write(AggregateKey key, Registration state) {
        write(key, state, state.account().generation());
    }

    public void writeAll(Map<AggregateKey, Registration> states) {
        store.write(states.entrySet().stream()
                .map(entry -> document(
                        entry.getKey(),
                        entry.getValue(),
                        entry.getValue().account().generation()))
                .toList());
    }

    /** Leaves a tombstone. */
    public void erase(AggregateKey key) {
        write(key, null, 1);
    }

    private void write(AggregateKey key, @Nullable Registration state, long generation) {
        var lost = store.write(List.of(document(key, state, generation)));
        if (!lost.isEmpty()) {
            throw new IllegalStateException("somebody else writes this account");
        }
    }

    private AggregateDocument<State> document(AggregateKey key, @Nullable Registration state, long generation) {
        long version = versions.merge(key.value(), 1L, Long::sum);
        var before = store.load(Set.of(key.value())).get(key.value());
        return new AggregateDocument<>(
                key.value(),
                version,
                EPOCH,
                EPOCH,
                state == null ? null : new State.OfAccount(state),
                generation,
                Map.of(),
                List.of(),
                Map.of(),
                Map.of(),
                List.of(),
                before == null || state == null ? null : before.attachment());
    }
}
