package io.latchkey.messaging.mongo;

import io.latchkey.messaging.decision.AggregateKey;
import java.util.Map;
import java.util.Set;

/** The keys that accounts' personal fields are sealed under at rest, kept apart from what they protect. */
public interface AccountKeys {

    /**
     * The ciphers of the keys with these ids, in one query; destroyed ones are absent.
     *
     * @param named the account of each key id
     * @throws io.latchkey.messaging.engine.OutageException if the key store does not answer
     */
    Map<String, FieldCipher> load(Map<String, AggregateKey> named);

    /** Makes and keeps a new key for each of these accounts, in one write. */
    Map<AggregateKey, Made> create(Set<AggregateKey> accounts);

    /** For good, in one write; whether they are still there or not. Returns when a majority has it. */
    void destroy(Set<String> keyIds);

    /** A key that was just made. */
    record Made(String keyId, FieldCipher cipher) {}

    /** For services that keep nothing personal. */
    static AccountKeys none() {
        return new AccountKeys() {
            @Override
            public Map<String, FieldCipher> load(Map<String, AggregateKey> named) {
                throw new IllegalStateException("this service keeps no account keys");
            }

            @Override
            public Map<AggregateKey, Made> create(Set<AggregateKey> accounts) {
                throw new IllegalStateException("this service keeps no account keys");
            }

            @Override
            public void destroy(Set<String> keyIds) {
                throw new IllegalStateException("this service keeps no account keys");
            }
        };
    }
}
