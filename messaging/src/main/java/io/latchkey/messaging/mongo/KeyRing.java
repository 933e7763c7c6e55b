package io.latchkey.messaging.mongo;

import io.latchkey.messaging.decision.AggregateKey;
import io.latchkey.messaging.engine.AggregateDocument;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Gives every document the cipher of its account's key. Each generation of an account has a key of its own, made after the
 * fold and before the write; a write that loses its race leaves an unused key behind, which harms nobody. A document
 * without a state names no key, so that what comes after an erasure, whatever its generation, has another one.
 */
final class KeyRing<S> {

    private static final String ID = "id";
    static final String GENERATION = "generation";

    private final StateCodec<S> codec;
    private final AccountKeys keys;

    KeyRing(StateCodec<S> codec, AccountKeys keys) {
        this.codec = codec;
        this.keys = keys;
    }

    /**
     * The key that a document's personal fields are sealed under.
     *
     * @param keyId in {@code account_keys}, named in the document
     * @param generation of the account that it was made for
     */
    record AccountKey(String keyId, long generation, FieldCipher cipher) implements AggregateDocument.Attachment {}

    /** By document id; documents that name no key, or one that is destroyed, are absent. At most one find. */
    Map<String, AccountKey> of(List<Document> documents) {
        var named = documents.stream()
                .filter(KeyRing::namesKey)
                .collect(Collectors.toMap(
                        KeyRing::keyId, document -> AggregateKey.parse(document.getString(DocumentMapper.ID))));
        if (named.isEmpty()) {
            return Map.of();
        }
        var ciphers = keys.load(named);
        var found = new HashMap<String, AccountKey>();
        documents.stream().filter(KeyRing::namesKey).forEach(document -> {
            var cipher = ciphers.get(keyId(document));
            if (cipher != null) {
                found.put(document.getString(DocumentMapper.ID), accountKey(document, cipher));
            }
        });
        return found;
    }

    /** Whether the document's state is sealed. */
    static boolean namesKey(Document document) {
        return keyId(document) != null;
    }

    void destroy(Set<String> keyIds) {
        keys.destroy(keyIds);
    }

    /** By document id, made where a state has none yet for its generation. At most one write. */
    Map<String, AccountKey> forWriting(Collection<AggregateDocument<S>> documents) {
        var missing = new HashMap<AggregateKey, Long>();
        var found = new HashMap<String, AccountKey>();
        documents.forEach(document -> sort(document, found, missing));
        if (!missing.isEmpty()) {
            keys.create(missing.keySet())
                    .forEach((key, made) -> found.put(
                            key.value(),
                            new AccountKey(made.keyId(), Objects.requireNonNull(missing.get(key)), made.cipher())));
        }
        return found;
    }

    private void sort(AggregateDocument<S> document, Map<String, AccountKey> found, Map<AggregateKey, Long> missing) {
        if (document.state() == null || !codec.personal()) {
            return;
        }
        long generation = document.generation();
        if (document.attachment() instanceof AccountKey key && key.generation() == generation) {
            found.put(document.key(), key);
        } else {
            missing.put(AggregateKey.parse(document.key()), generation);
        }
    }

    static Document describe(AccountKey key) {
        return new Document(ID, key.keyId()).append(GENERATION, key.generation());
    }

    static @Nullable String keyId(Document document) {
        return document.getEmbedded(List.of(DocumentMapper.ACCOUNT_KEY, ID), String.class);
    }

    private static AccountKey accountKey(Document document, FieldCipher cipher) {
        var described = document.get(DocumentMapper.ACCOUNT_KEY, Document.class);
        return new AccountKey(described.getString(ID), described.getLong(GENERATION), cipher);
    }
}
