package io.latchkey.messaging.mongo;

import static io.latchkey.messaging.mongo.Outages.orOutage;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toUnmodifiableMap;

import com.google.crypto.tink.Aead;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import io.latchkey.messaging.decision.AggregateKey;
import io.latchkey.messaging.engine.OutageException;
import io.latchkey.messaging.sealing.DataKey;
import io.latchkey.messaging.sealing.LengthPrefixed;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.bson.Document;
import org.bson.types.Binary;

/** Collection {@code account_keys}: AES-256 keys, wrapped under the key-encryption key for one id and account each. */
public final class MongoAccountKeys implements AccountKeys {

    private static final String LABEL = "latchkey account key v1";
    private static final String ID = "_id";
    private static final String ACCOUNT = "account";
    private static final String WRAPPED = "wrapped";

    private final MongoCollection<Document> collection;
    private final Aead keyEncryptionKey;

    public MongoAccountKeys(MongoDatabase database, Aead keyEncryptionKey) {
        this.collection = database.getCollection("account_keys");
        this.keyEncryptionKey = keyEncryptionKey;
    }

    /** @throws OutageException also if a key was wrapped under another key-encryption key, or for another account */
    @Override
    public Map<String, FieldCipher> load(Map<String, AggregateKey> named) {
        if (named.isEmpty()) {
            return Map.of();
        }
        return orOutage(() -> collection.find(Filters.in(ID, named.keySet())).into(new ArrayList<>())).stream()
                .collect(toUnmodifiableMap(key -> key.getString(ID), key -> cipher(key, named)));
    }

    /** Ids are random, so that what an outage left behind is never met again. */
    @Override
    public Map<AggregateKey, Made> create(Set<AggregateKey> accounts) {
        var made = new HashMap<AggregateKey, Made>();
        var documents = new ArrayList<Document>();
        for (var account : accounts) {
            var id = UUID.randomUUID().toString();
            var dataKey = DataKey.random();
            documents.add(document(id, account, dataKey));
            made.put(account, new Made(id, new AccountFieldCipher(account, new DataKey(dataKey))));
        }
        if (!documents.isEmpty()) {
            orOutage(() -> collection.insertMany(documents));
        }
        return made;
    }

    @Override
    public void destroy(Set<String> keyIds) {
        orOutage(() -> collection.deleteMany(Filters.in(ID, keyIds)));
    }

    private Document document(String id, AggregateKey account, byte[] dataKey) {
        return new Document(ID, id)
                .append(ACCOUNT, account.value())
                .append(WRAPPED, new Binary(wrap(id, account, dataKey)));
    }

    private FieldCipher cipher(Document key, Map<String, AggregateKey> named) {
        var id = key.getString(ID);
        var account = requireNonNull(named.get(id), "only these were asked for");
        return new AccountFieldCipher(account, new DataKey(unwrap(id, account, key.get(WRAPPED, Binary.class))));
    }

    private byte[] wrap(String id, AggregateKey account, byte[] dataKey) {
        try {
            return keyEncryptionKey.encrypt(dataKey, associatedData(id, account));
        } catch (GeneralSecurityException e) {
            throw new OutageException("the key-encryption key does not encrypt", e);
        }
    }

    private byte[] unwrap(String id, AggregateKey account, Binary wrapped) {
        try {
            return keyEncryptionKey.decrypt(wrapped.getData(), associatedData(id, account));
        } catch (GeneralSecurityException e) {
            throw new OutageException("account key " + id + " was not wrapped under this key-encryption key", e);
        }
    }

    private static byte[] associatedData(String id, AggregateKey account) {
        return LengthPrefixed.of(LABEL, id, account.tenantId(), account.userId());
    }
}
