package io.latchkey.messaging.kafka;

import io.latchkey.messaging.decision.AggregateKey;
import io.latchkey.schemas.CommandRejected;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/** Whom the records of a type speak of, and so what their key is. */
public enum Subject {
    /** {@code tenantId/userId}. */
    ACCOUNT,
    /** The tenant itself: the user id of the metadata is empty, the key the tenant's id. */
    TENANT,
    /** Of some an account, of others a tenant. */
    EITHER;

    /** Where a service says nothing else: a rejection answers commands to accounts and to tenants. */
    public static Subject usual(Class<? extends SpecificRecord> type) {
        return type == CommandRejected.class ? EITHER : ACCOUNT;
    }

    /** Empty where the ids name nothing that records of this type may speak of. */
    Optional<AggregateKey> key(String tenantId, String userId) {
        return AggregateKey.named(tenantId, userId).filter(key -> switch (this) {
            case ACCOUNT -> !key.isTenant();
            case TENANT -> key.isTenant();
            case EITHER -> true;
        });
    }
}
