package io.latchkey.registration.mongo;

import static io.latchkey.messaging.mongo.Outages.orOutage;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Indexes;
import java.util.Date;
import org.bson.Document;

/**
 * Who was shown what: collection {@code reveals}, which the service only adds to. It outlives the account that it tells
 * of, and is kept for as long as the operator's own rules say.
 */
public class Reveals {

    private final MongoCollection<Document> reveals;
    private volatile boolean indexed;

    public Reveals(ReadDatabase database) {
        reveals = database.database().getCollection("reveals");
    }

    /** Returns when a majority has it. */
    public void add(Reveal reveal) {
        orOutage(() -> {
            index();
            return reveals.insertOne(document(reveal));
        });
    }

    /** Makes the index that an account's reveals are looked up along, once; it may have been made before. */
    private void index() {
        if (!indexed) {
            reveals.createIndex(Indexes.ascending("account", "at"));
            indexed = true;
        }
    }

    private static Document document(Reveal reveal) {
        return new Document("_id", reveal.id().toString())
                .append("account", reveal.account().value())
                .append("method", reveal.method().value().toString())
                .append("by", reveal.by())
                .append("as", reveal.as().name())
                .append("at", Date.from(reveal.at()))
                .append("correlationId", reveal.correlationId().toString());
    }
}
