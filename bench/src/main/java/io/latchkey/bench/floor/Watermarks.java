package io.latchkey.bench.floor;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.util.Map;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.bson.Document;
import org.bson.conversions.Bson;

/** How far one hop has delivered everything: one document. */
final class Watermarks {

    private static final String COLLECTION = "watermarks";
    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

    private final MongoCollection<Document> collection;
    private final String hop;
    private final Tally tally;

    Watermarks(MongoDatabase database, String hop, Tally tally) {
        this.collection = database.getCollection(COLLECTION);
        this.hop = hop;
        this.tally = tally;
    }

    /** One update. */
    void raise(Map<TopicPartition, OffsetAndMetadata> next) {
        var delivered = next.entrySet().stream()
                .map(entry -> raised(entry.getKey(), entry.getValue().offset() - 1))
                .toList();
        collection.updateOne(Filters.eq(hop), Updates.combine(delivered), UPSERT);
        tally.add(COLLECTION, 1);
    }

    private static Bson raised(TopicPartition partition, long delivered) {
        return Updates.max("delivered." + partition.topic().replace('.', '_') + "-" + partition.partition(), delivered);
    }
}
