package io.latchkey.messaging.mongo;

import org.bson.types.Binary;

/** Seals the personal fields of one document at rest: AES-256-GCM under the account's key. */
public interface FieldCipher {

    /** @param field the field's path, authenticated with the value so that values cannot change places */
    Binary seal(String field, String value);

    String open(String field, Binary sealed);

    /** For states that hold nothing personal. */
    static FieldCipher none() {
        return new FieldCipher() {
            @Override
            public Binary seal(String field, String value) {
                throw new IllegalStateException("this service keeps nothing personal");
            }

            @Override
            public String open(String field, Binary sealed) {
                throw new IllegalStateException("this service keeps nothing personal");
            }
        };
    }
}
