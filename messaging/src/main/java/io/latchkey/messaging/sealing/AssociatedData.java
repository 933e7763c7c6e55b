package io.latchkey.messaging.sealing;

import io.latchkey.messaging.decision.AggregateKey;
import java.util.UUID;

/**
 * What a sealed value belongs to. It is authenticated with the value, so that a ciphertext cannot be moved to another
 * account, method, field or purpose.
 *
 * @param purpose of the field, one of the constants here
 * @param key the account
 * @param boundTo the command, event, method, code or recipient that the value belongs to
 */
public record AssociatedData(String purpose, AggregateKey key, UUID boundTo) {

    public static final String DESTINATION = "destination";
    public static final String CODE = "code";
    public static final String SIGN_IN_ADDRESS = "sign-in-address";
    public static final String DISPLAY_NAME = "display-name";
    public static final String ADMINISTRATOR_ADDRESS = "administrator-address";

    /** Length-prefixed, as docs/sealing.md lays it out; the id in its canonical lower-case form. */
    byte[] bytes() {
        return LengthPrefixed.of(purpose, key.tenantId(), key.userId(), boundTo.toString());
    }
}
