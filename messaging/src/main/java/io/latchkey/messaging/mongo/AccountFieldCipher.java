package io.latchkey.messaging.mongo;

import io.latchkey.messaging.decision.AggregateKey;
import io.latchkey.messaging.sealing.DataKey;
import io.latchkey.messaging.sealing.LengthPrefixed;
import java.nio.charset.StandardCharsets;
import org.bson.types.Binary;

/** Seals an account's fields under its own key, each bound to the account and its path. */
final class AccountFieldCipher implements FieldCipher {

    private final AggregateKey account;
    private final DataKey key;

    AccountFieldCipher(AggregateKey account, DataKey key) {
        this.account = account;
        this.key = key;
    }

    @Override
    public Binary seal(String field, String value) {
        return new Binary(key.encrypt(value.getBytes(StandardCharsets.UTF_8), associatedData(field)));
    }

    /** @throws IllegalStateException if the value was moved here from another field or account, or is damaged */
    @Override
    public String open(String field, Binary sealed) {
        return key.decrypt(sealed.getData(), associatedData(field))
                .map(utf8 -> new String(utf8, StandardCharsets.UTF_8))
                .orElseThrow(
                        () -> new IllegalStateException("field " + field + " was not sealed for this account here"));
    }

    private byte[] associatedData(String field) {
        return LengthPrefixed.of(account.tenantId(), account.userId(), field);
    }
}
