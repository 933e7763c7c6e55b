package io.latchkey.registration.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;

import org.bson.conversions.Bson;

/** The ids {@code tenantId/userId} of a tenant, which lie side by side in the index of ids. */
record TenantRange(String from, String to) {

    private static final String ID = "_id";

    static TenantRange of(String tenantId) {
        return new TenantRange(tenantId + "/", tenantId + (char) ('/' + 1));
    }

    Bson all() {
        return after("");
    }

    Bson after(String userId) {
        return and(gt(ID, from + userId), lt(ID, to));
    }
}
