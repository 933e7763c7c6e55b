package io.latchkey.messaging.kafka;

import io.latchkey.messaging.decision.AggregateKey;
import io.latchkey.schemas.CommandRejected;
import io.latchkey.schemas.DefinePolicy;
import io.latchkey.schemas.PolicyChanged;
import io.latchkey.schemas.PolicyDefined;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;

/** Whom the records of a type speak of, and so what their key is. */
public enum Subject {
    /** {@code tenantId/userId}. */
    ACCOUNT,
    /** The tenant itself: the user id of the metadata is empty, the key the tenant's id. */
    TENANT,
    /** Of some an account, of others a tenant. */
    EITHER;

    private static final Set<Class<?>> OF_TENANTS =
            Set.of(DefinePolicy.class, PolicyChanged.class, PolicyDefined.class);

    /** Where a service says nothing else: a rejection answers commands to accounts and to tenants. */
    public static Subject usual(Class<? extends SpecificRecord> type) {
        if (OF_TENANTS.contains(type)) {
            return TENANT;
        }
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
