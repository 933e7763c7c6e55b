package io.latchkey.registration.kafka;

import io.latchkey.messaging.sealing.LengthPrefixed;
import java.util.UUID;

/** What the addresses of one version of a tenant's policy are bound to: a name-based UUID (RFC 9562, version 3). */
final class AddressesId {

    private static final String NAMESPACE = "latchkey:administrator-addresses";

    private AddressesId() {}

    static UUID of(String tenantId, long version) {
        return UUID.nameUUIDFromBytes(LengthPrefixed.of(NAMESPACE, tenantId, Long.toString(version)));
    }
}
