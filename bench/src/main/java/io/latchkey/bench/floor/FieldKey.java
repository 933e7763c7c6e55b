package io.latchkey.bench.floor;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.latchkey.messaging.sealing.DataKey;
import io.latchkey.messaging.sealing.LengthPrefixed;
import org.bson.types.Binary;

/** Encrypts the personal fields of registration's documents, each bound to its account and path. */
record FieldKey(DataKey key) {

    Binary seal(String account, String field, String value) {
        return new Binary(key.encrypt(value.getBytes(UTF_8), LengthPrefixed.of(account, field)));
    }
}
