package io.latchkey.registration.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static io.latchkey.messaging.mongo.Outages.orOutage;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import io.latchkey.messaging.decision.AggregateKey;
import io.latchkey.messaging.mongo.AccountKeys;
import io.latchkey.registration.method.Registration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Accounts to be looked at, never to be decided on: what is found may have changed since. */
public class Accounts {

    private static final String ID = "_id";
    private static final String STATE = "state";
    private static final String VERSION = "version";
    private static final String EPOCH = "epoch";
    private static final String ACCOUNT_KEY = "accountKey";
    private static final Bson SHOWN = Projections.include(STATE, VERSION, EPOCH, ACCOUNT_KEY);
    private static final RegistrationCodec CODEC = new RegistrationCodec();

    private final ReadDatabase database;
    private final AccountKeys keys;

    public Accounts(ReadDatabase database, AccountKeys keys) {
        this.database = database;
        this.keys = keys;
    }

    /** One find, whether there is such an account or not; empty also for one that was erased. */
    public Optional<StoredAccount> find(AggregateKey key) {
        return orOutage(() -> find(eq(ID, key.value()), 1).stream().findFirst());
    }

    /** With its personal fields; one find more. Empty where its key was destroyed since. */
    public Optional<Registration> open(StoredAccount found) {
        return Optional.ofNullable(open(List.of(found)).get(found.key()));
    }

    /** One find for all of them. Absent are those whose key was destroyed since. */
    public Map<AggregateKey, Registration> open(List<StoredAccount> found) {
        var named = found.stream()
                .filter(account -> account.keyId() != null)
                .collect(toMap(account -> requireNonNull(account.keyId()), StoredAccount::key));
        var ciphers = keys.load(named);
        var opened = new HashMap<AggregateKey, Registration>();
        found.forEach(account -> {
            var cipher = ciphers.get(account.keyId());
            if (cipher != null) {
                opened.put(account.key(), CODEC.decode(account.sealed(), cipher));
            }
        });
        return opened;
    }

    /** As it is, by the same two finds whether there is such an account or not. */
    public Optional<Registration> look(AggregateKey key) {
        var found = find(key);
        var keyId = found.map(StoredAccount::keyId)
                .orElseGet(() -> UUID.randomUUID().toString());
        var cipher = keys.load(Map.of(keyId, key)).get(keyId);
        return cipher == null ? Optional.empty() : found.map(account -> CODEC.decode(account.sealed(), cipher));
    }

    /**
     * In the order of their user ids, which never change: whoever reads page after page meets each account that was there
     * all the while once.
     *
     * @param after the last user id of the page before; empty for the first page
     */
    public List<StoredAccount> page(String tenantId, String after, int size) {
        return orOutage(() -> find(TenantRange.of(tenantId).after(after), size));
    }

    private List<StoredAccount> find(Bson filter, int size) {
        return database.registrations()
                .find(and(filter, exists(STATE)))
                .projection(SHOWN)
                .sort(Sorts.ascending(ID))
                .limit(size)
                .maxTime(database.maxMillis(), TimeUnit.MILLISECONDS)
                .map(Accounts::stored)
                .into(new ArrayList<>());
    }

    private static StoredAccount stored(Document document) {
        return new StoredAccount(
                AggregateKey.parse(document.getString(ID)),
                document.getDate(EPOCH).toInstant(),
                document.getLong(VERSION),
                document.getEmbedded(List.of(ACCOUNT_KEY, "id"), String.class),
                document.get(STATE, Document.class));
    }
}
