package io.latchkey.notification.mongo;

import static com.mongodb.client.model.Indexes.ascending;
import static io.latchkey.messaging.mongo.Outages.orOutage;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import java.util.concurrent.TimeUnit;

/** The collections and what they are searched by. */
final class Indexes {

    static final String UNDER_WAY = "notifications";
    static final String DONE = "notifications_done";
    static final String ACCOUNTS = "notifications_accounts";

    private Indexes() {}

    /** Makes those that are missing. The TTL is a second means: {@link MongoNotificationStore#forget} does not need it. */
    static void create(MongoDatabase database) {
        var ttl = new IndexOptions().expireAfter(0L, TimeUnit.SECONDS);
        var underWay = database.getCollection(UNDER_WAY);
        orOutage(() -> underWay.createIndex(ascending(NotificationDocument.LANE, NotificationDocument.DUE_AT)));
        orOutage(() -> underWay.createIndex(ascending(NotificationDocument.ACCOUNT)));
        orOutage(() -> underWay.createIndex(ascending(NotificationDocument.EXPIRES_AT), ttl));
        orOutage(() -> database.getCollection(ACCOUNTS).createIndex(ascending(RememberedDocument.EXPIRES_AT), ttl));
        orOutage(() -> database.getCollection(DONE).createIndex(ascending(NotificationDocument.EXPIRES_AT), ttl));
    }
}
